import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Figures } from '../src/measures/grid.ts';
import { filesCsv, refusalsCsv, restatedCsv } from '../src/report/files.ts';
import { measuresCsv, type Defined } from '../src/report/measures-csv.ts';
import type { ClientEntry, Report } from '../src/report/model.ts';
import { tablesOf } from '../src/report/tables.ts';
import { inTurns } from './turns.ts';

const PIECE = 1 << 16;
const zip = promisify(gzip);

function* pieces(texts: Iterable<string>): Iterable<string> {
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

const written = (path: string, texts: Iterable<string>): Promise<void> => pipeline(Readable.from(pieces(texts)), createWriteStream(path));

/** Files that are written before the pages, outside the folder that the pages are rendered into. */
export interface Beside {
  readonly report: string;
  readonly measures: string;
}

/** What the figures are told with: every measure, and the clients in their order. */
export interface Told {
  readonly definitions: readonly Defined[];
  readonly clients: readonly Pick<ClientEntry, 'id'>[];
}

/** Writes the figures to their file, before the pages are made: so they need not stay in memory. */
export const writeFigures = (figures: Figures, { definitions, clients }: Told, { measures }: Pick<Beside, 'measures'>): Promise<void> =>
  pipeline(Readable.from(measuresCsv(figures, definitions, clients)), createWriteStream(measures));

/** The JSON of a report, the same that `JSON.stringify` gives, in pieces that are no longer than its longest page. */
export function* reportJson(report: Report): Generator<string> {
  let before = '{';
  for (const [key, value] of Object.entries(report)) {
    if (value === undefined) continue;
    yield `${before}${JSON.stringify(key)}:`;
    before = ',';
    if (!Array.isArray(value)) {
      yield JSON.stringify(value);
      continue;
    }
    yield '[';
    for (const [at, one] of value.entries()) yield `${at === 0 ? '' : ','}${JSON.stringify(one)}`;
    yield ']';
  }
  yield '}\n';
}

/** Writes the report to its file, which the pages are made from. */
export const writeReport = (report: Report, { report: path }: Pick<Beside, 'report'>): Promise<void> => written(path, reportJson(report));

/** Puts the files that other programs read beside the pages: the report itself and the lists in `data/`. */
export async function writeContract(report: Report, beside: Beside, internal: string): Promise<void> {
  const data = join(internal, 'data');
  await mkdir(data, { recursive: true });
  const lists = { files: filesCsv(report), refusals: refusalsCsv(report), restated: restatedCsv(report) };
  for (const [name, text] of Object.entries(lists)) await written(join(data, `${name}.csv`), [text]);
  await rename(beside.measures, join(data, 'measures.csv'));
  await rename(beside.report, join(internal, 'report.json'));
}

const pageFile = (path: string): string => `${path}index.html`;

/** Pages and tables of the report that a site has no file for, and files of the contract that it lacks. */
export function missingFiles(report: Report, internal: string): readonly string[] {
  const tables = [...tablesOf(report).keys(), 'measures', 'files', 'refusals', 'restated'].map((name) => `data/${name}.csv`);
  const wanted = ['report.json', ...report.pages.map(({ path }) => pageFile(path)), ...tables];
  return wanted.filter((file) => !existsSync(join(internal, file)));
}

/** The weight of one page in bytes, as it lies on the disk and as it travels. */
export interface Weight {
  readonly page: string;
  readonly bytes: number;
  readonly gzip: number;
}

/** The weight of every page, in the order of the report. */
export async function weightsOf(report: Report, internal: string): Promise<readonly Weight[]> {
  const weigh = async ({ path }: Report['pages'][number]): Promise<Weight> => {
    const source = await readFile(join(internal, pageFile(path)));
    return { page: pageFile(path), bytes: source.length, gzip: (await zip(source)).length };
  };
  return inTurns(report.pages, weigh);
}
