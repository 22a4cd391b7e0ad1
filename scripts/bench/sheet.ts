import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';

/** A file of the measured workspace: a cell is a text, a number, or null where it is empty. */
export interface Sheet {
  readonly file: string;
  readonly rows: number;
  readonly header: string;
  readonly row: (index: number) => readonly (string | number | null)[];
}

const MINUTE = 60_000;

/** An instant as the files write it, `2024-01-01T09:00Z`; null for none. */
export function stamp(epoch: number | null): string | null {
  return epoch === null ? null : `${new Date(Math.floor(epoch / MINUTE) * MINUTE).toISOString().slice(0, 16)}Z`;
}

/** Writes a sheet into a folder as plain CSV. Its cells hold no comma, quote or line end. Gives its path. */
export async function writeSheet(folder: string, { file, rows, header, row }: Sheet): Promise<string> {
  const path = join(folder, file);
  const out = createWriteStream(path);
  let text = `${header}\n`;
  for (let index = 0; index < rows; index++) {
    text += `${row(index).join(',')}\n`;
    if (text.length < 1 << 20) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'finish');
  return path;
}
