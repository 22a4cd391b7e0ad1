import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { isExportName, type ExportFile } from '../src/exports/file.ts';
import { planRows, rowsIn, type RowsPlan } from '../src/exports/rows.ts';
import { issue, issueText, type Issue } from '../src/issue.ts';
import { exportFiles } from '../src/load/files.ts';
import { Misuse, oneLine, run } from './command.ts';
import { commands } from './commands.ts';
import { grouped } from './summary.ts';

/** Writes to a stream as fast as it takes it; that nobody reads it is not the matter of who writes. */
async function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (text === '' || stream.write(text)) return;
  await once(stream, 'drain').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const told = (issues: readonly Issue[]): string => issues.map((one) => `${oneLine(issueText(one))}\n`).join('');

function summary(name: string, { survey, dialect, headerLine }: RowsPlan, counts: { accepted: number; refused: number; notData: number }): string {
  const delimiter = dialect.delimiter === '\t' ? 'tab' : `"${dialect.delimiter}"`;
  const assumed = `${survey.encoding}, delimiter ${delimiter}, column names on line ${headerLine}`;
  const counted = `${grouped(counts.accepted)} accepted, ${grouped(counts.refused)} refused, ${grouped(counts.notData)} not data`;
  return `${oneLine(name)}: ${assumed}: ${counted}\n`;
}

/** The file at a path, or the only export of an archive. @throws Misuse where the archive holds several. */
async function oneFile(path: string): Promise<ExportFile> {
  const files = await exportFiles(dirname(path), path);
  const exports = files.filter(({ name, refused }) => refused === undefined && isExportName(name));
  if (exports.length > 1) throw new Misuse(`${path}: the archive holds ${exports.length} files; unpack it and name one of them`);
  return exports[0] ?? files[0]!;
}

async function rows(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new Misuse(`${path}: there is no such file`);
  if (!found.isFile()) throw new Misuse(`${path}: this is not a file`);
  const refused = (one: Issue): Promise<void> => write(process.stderr, told([one]));
  try {
    const file = await oneFile(path);
    const plan = file.refused ?? (await planRows(file));
    if ('code' in plan) {
      await refused(plan);
      return 1;
    }
    const counts = { accepted: 0, refused: 0, notData: 0 };
    for await (const batch of rowsIn(file, plan)) {
      await write(process.stderr, told(batch.issues));
      await write(process.stdout, batch.csv);
      counts.accepted += batch.accepted;
      counts.refused += batch.refused;
      counts.notData += batch.notData;
    }
    await write(process.stderr, summary(file.name, plan, counts));
    return 0;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined || !/^(E[A-Z]+|Z_[A-Z_]+)$/.test(code)) throw cause;
    await refused(issue('file-unreadable', { file: basename(path), detail: (cause as Error).message }));
    return 1;
  }
}

/** `npm run rows -- FILE`: the accepted rows of any CSV as plain CSV, header as found; everything else on standard error. */
await run(commands.rows, (given) => rows(resolve(given.FILE!)));
