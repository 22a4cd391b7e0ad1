import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { smallNumbers, speaking, translationFor } from '../src/language/language.ts';
import type { Translation } from '../src/language/translation.ts';
import { longMonth, shortMonth, shortWeekday } from '../src/report/forms.ts';
import { headerFiles } from '../src/share/headers.ts';
import { productWords } from '../src/share/scan.ts';
import { own } from './root.ts';

/** Where the words stand that every page may say: the parts of the source that write pages. */
const WRITERS = ['share', 'charts', 'styles', 'components/Shape.astro', 'report/words.ts', 'report/spread.ts', 'report/scales.ts'];
const NO_WRITER = /(^|[/\\])(scan[^/\\]*|seal|strength|single)\.[jt]s$/;
const COMMENTS = /\/\*[^]*?\*\/|^\s*\/\/.*$/gm;

/** Every file under a folder, or the file itself. */
export async function filesUnder(path: string): Promise<readonly string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const DAY = 86_400_000;
const MONTHS: readonly number[] = Array.from({ length: 12 }, (_, month) => Date.UTC(1970, month, 1) / DAY);
const WEEK: readonly number[] = Array.from({ length: 7 }, (_, day) => day);

/** What dates and small numbers are written with in the language spoken. */
const calendarWords = (): readonly string[] => [...MONTHS.flatMap((day) => [shortMonth(day), longMonth(day)]), ...WEEK.map(shortWeekday), ...smallNumbers()];

/** Whether a source says a sentence, which it has as a template: the text before, between and after its values. */
function isSaid(key: string, source: string): boolean {
  const pieces = `\`${key}\``.split(/\{\d+\}/);
  return pieces.every((piece, at) => source.includes(`${at === 0 ? '' : '}'}${piece}${at === pieces.length - 1 ? '' : '${'}`));
}

/** What a translation makes of the sentences and nouns in a source. */
function translatedWords({ sentences, nouns }: Translation, source: string): readonly string[] {
  return [
    ...Object.entries(sentences).flatMap(([key, sentence]) => (isSaid(key, source) ? [String(sentence)] : [])),
    ...Object.entries(nouns).flatMap(([key, forms]) => (source.includes(`'${key.split('|')[0]}'`) ? forms : [])),
  ];
}

/** The words that the product itself writes on any client's page, in the language of the source and in that of a locale. */
export async function ownWords(locale: string): Promise<ReadonlySet<string>> {
  const files = (await Promise.all(WRITERS.map((path) => filesUnder(own(`src/${path}`))))).flat().filter((file) => !NO_WRITER.test(file));
  const sources = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const source = sources.map((text) => text.replace(COMMENTS, ' ').replaceAll('\\u00a0', '\u00a0')).join('\n');
  const translation = translationFor(locale);
  const translatedInto = translation === null ? [] : translatedWords(translation, source);
  return productWords([source, ...headerFiles.values(), ...speaking(locale, calendarWords), ...translatedInto]);
}
