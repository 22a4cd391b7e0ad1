import { isCollection, isScalar, parseDocument, visit, type Alias, type Document } from 'yaml';
import { sourceFaults } from './exports/source-faults.ts';
import { issue, type Issue } from './issue.ts';
import { readSettings, type Settings } from './settings.ts';
import { writingInWords } from './settings-words.ts';

/** The line on which a setting stands, or the nearest one around it that is written; null where none is. */
function lineOf(document: Document, text: string, keys: readonly (string | number)[]): number | null {
  for (let length = keys.length; length > 0; length--) {
    const node = document.getIn(keys.slice(0, length), true) as { range?: [number, number, number] | null } | null | undefined;
    if (node?.range) return text.slice(0, node.range[0]).split('\n').length;
  }
  return null;
}

/** Characters of a value that a line still shows. */
const SHOWN = 60;
/** What never stands in a message, wherever somebody wrote it. */
const SECRET = /passphrase|secret/i;

/** The value that stands at a setting as it is written; '' where none does, and where it takes several lines, is long or may be secret. */
function valueAt(document: Document, text: string, keys: readonly (string | number)[]): string {
  const node: unknown = document.getIn(keys, true);
  const found = isScalar(node) ? (node.source ?? '') : isCollection(node) && node.range ? text.slice(node.range[0], node.range[1]).trim() : '';
  return found.length > SHOWN || /[\r\n]/.test(found) || SECRET.test(keys.join('.')) || SECRET.test(found) ? '' : found;
}

/** Issues of the settings with the lines on which these stand. */
export function withLines(issues: readonly Issue[], settingsText: string): readonly Issue[] {
  const open = (one: Issue) => one.file === 'settings.yaml' && one.line === null && one.column !== '';
  if (!issues.some(open)) return issues;
  const document = parseDocument(settingsText);
  return issues.map((one) => (open(one) ? { ...one, line: lineOf(document, settingsText, one.column.split('.')) } : one));
}

/** The first text of a document that YAML takes for a reference to an anchor, and nothing has that anchor; null without one. */
function strayReference(document: Document): Alias | null {
  let stray: Alias | null = null;
  visit(document, {
    Alias: (_, node) => {
      if (node.resolve(document) !== undefined) return undefined;
      stray = node;
      return visit.BREAK;
    },
  });
  return stray;
}

/** What a document holds, or why that cannot be had and where. */
function valuesOf(document: Document): { readonly values: unknown } | { readonly failure: string; readonly at: number | null } {
  const stray = strayReference(document);
  if (stray !== null) return { failure: `a text that begins with * stands in quotes: '*${stray.source}'`, at: stray.range?.[0] ?? null };
  try {
    return { values: document.toJS() as unknown };
  } catch (error) {
    return { failure: (error as Error).message, at: null };
  }
}

/** Settings from the text of settings.yaml, or everything that is wrong with it, by its lines. */
export function settingsFrom(text: string, name: string): Settings | readonly Issue[] {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error !== undefined)
    return [issue('settings-invalid', { file: name, line: error.linePos?.[0].line ?? null, detail: writingInWords(error.code, error.message) })];
  const raw = valuesOf(document);
  if ('failure' in raw) {
    const line = raw.at === null ? null : text.slice(0, raw.at).split('\n').length;
    return [issue('settings-invalid', { file: name, line, detail: raw.failure })];
  }
  const read = readSettings(raw.values);
  const problems = 'settings' in read ? sourceFaults(read.settings.sources) : read.problems;
  if ('settings' in read && problems.length === 0) return read.settings;
  return problems.map(({ path, keys, message, ofValue }) => {
    const found = ofValue === true ? valueAt(document, text, keys) : '';
    return issue('settings-invalid', { file: name, line: lineOf(document, text, keys), column: path, text: found, detail: message });
  });
}
