import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { issue, type Issue } from '../issue.ts';

const PICTURES: Readonly<Record<string, string>> = { svg: 'svg+xml', png: 'png', jpg: 'jpeg', jpeg: 'jpeg', webp: 'webp' };
/** Every page carries the picture. */
const LOGO_MOST = 24_000;

/** The firm's picture as a `data:` URL, null where the settings name none; an issue where it cannot be used. */
export async function logoIn(folder: string, path: string | undefined): Promise<string | null | Issue> {
  if (path === undefined) return null;
  const refused = (detail: string) => issue('settings-invalid', { file: 'settings.yaml', column: 'firm.logo', text: path, detail });
  const kind = PICTURES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
  if (kind === undefined) return refused('a logo is an SVG, PNG, JPEG or WebP file');
  const bytes = await readFile(join(folder, path)).catch(() => null);
  if (bytes === null) return refused('there is no such file in the workspace');
  if (bytes.length > LOGO_MOST) return refused(`the file has ${Math.ceil(bytes.length / 1000)} kB, and every page carries it: ${LOGO_MOST / 1000} kB at most`);
  return `data:image/${kind};base64,${bytes.toString('base64')}`;
}
