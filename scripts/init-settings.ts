import { isCollection, isMap, isScalar, isSeq, parseDocument, type Document, type YAMLMap } from 'yaml';
import type { ProposedEntry } from '../src/exports/propose/entries.ts';
import { oneLine, Refused } from './command.ts';

/** Parts of an entry that are written on one line. */
const FLAT = ['headers', 'missing', 'set', 'scale'];

function nodeOf(document: Document, { data, remarks }: ProposedEntry): YAMLMap {
  const node = document.createNode(data) as YAMLMap;
  for (const name of FLAT) {
    const part = node.get(name, true);
    if (isCollection(part)) part.flow = true;
  }
  for (const part of [node.get('columns', true), node.get('values', true)])
    if (isMap(part)) for (const { value } of part.items) if (isMap(value)) value.flow = true;
  if (remarks.length > 0) node.comment = remarks.map((one) => ` ${oneLine(one)}`).join('\n');
  return node;
}

/** Gives the settings an empty list of sources, with a note above it. */
function addSources(document: Document): void {
  if (!isMap(document.contents)) throw new Refused('settings.yaml holds no settings');
  document.delete('sources');
  const pair = document.createPair('sources', []);
  if (isScalar(pair.key)) {
    pair.key.spaceBefore = true;
    pair.key.commentBefore = ' how to read files that no known export is, by their columns';
  }
  document.contents.add(pair as never);
}

/**
 * The text of settings.yaml with these entries at the end of `sources`; what stands there, notes too, stays.
 * @throws Refused where the text is no YAML or `sources` is no list.
 */
export function withEntries(text: string, entries: readonly ProposedEntry[]): string {
  const document = parseDocument(text);
  if (document.errors.length > 0) throw new Refused(`settings.yaml cannot be read: ${document.errors[0]!.message.split('\n')[0]!}`);
  const sources = document.get('sources', true) ?? null;
  const isEmpty = sources === null || (isScalar(sources) && sources.value === null);
  if (isEmpty) addSources(document);
  const list = document.get('sources', true);
  if (!isSeq(list)) throw new Refused('settings.yaml: sources is not a list; write - in front of each entry');
  list.flow = false;
  for (const entry of entries) list.add(nodeOf(document, entry));
  return document.toString({ lineWidth: 160, flowCollectionPadding: true });
}
