import { relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tables } from '../../src/facts/tables.ts';
import { catalogue } from '../../src/issue.ts';
import { german } from '../../src/language/german.ts';
import { measures } from '../../src/measures/index.ts';
import { speakers, textsIn } from './said.ts';

const root = `${import.meta.dirname}/../..`;
const found = speakers.flatMap((path) => textsIn(path).map((text) => ({ ...text, at: `${relative(root, path)}:${text.line}` })));
const keyed = (by: 'say' | 'plural') => new Set(found.filter((text) => text.by === by).map(({ key }) => key));
const said = keyed('say');

/** Texts that stand as data to the left of the report, and are said when it is made. */
const data: readonly string[] = [
  ...measures.flatMap(({ title, question, definition, formula, unit, exclusions }) => [title, question, definition, formula, unit, ...exclusions]),
  ...Object.values(catalogue).flatMap(({ wrong, done, advice }) => [wrong, done, advice]),
  ...Object.values(tables).flatMap(({ meaning, fields }) => [meaning, ...Object.values(fields).flatMap((field) => [field.meaning, field.missing])]),
];

const valuesIn = (text: string): readonly string[] => [...new Set(text.match(/\{\d+\}/g))].sort();

describe('the report in German', () => {
  test('has every sentence', () => {
    expect([...said, ...data].filter((key) => german.sentences[key] === undefined)).toEqual([]);
  });

  test('has every counted noun, in its two forms', () => {
    expect([...keyed('plural')].filter((key) => german.nouns[key] === undefined)).toEqual([]);
    expect(Object.entries(german.nouns).filter(([, forms]) => forms.length !== 2 || forms.includes(''))).toEqual([]);
  });

  test('has nothing that the report does not say', () => {
    const known = new Set([...said, ...data, 'working', 'derived']);
    expect(Object.keys(german.sentences).filter((key) => !known.has(key))).toEqual([]);
    const texts = new Set(found.flatMap(({ key, by }) => (by === 'plural' ? key.split('|') : [key])));
    expect(Object.keys(german.nouns).filter((key) => !key.split('|').every((form) => texts.has(form)))).toEqual([]);
  });

  test('says every value that the English says', () => {
    const other = Object.entries(german.sentences).filter(([key, sentence]) =>
      typeof sentence === 'function' ? sentence.length > valuesIn(key).length : String(valuesIn(sentence)) !== String(valuesIn(key)),
    );
    expect(other.map(([key]) => key)).toEqual([]);
  });

  test('leaves no sentence of the source unsaid', () => {
    const sentence = /[A-Za-z’]+ [a-z’]+ [a-z’]+/;
    const thrown = /^(A |The |Two |it |table id )|^(satisfaction has a band|not enough answers|(long )?day of (month|year)|pt open s3|  Header always set .*)$/;
    const left = found.filter(({ key, by, at }) => by === null && /^src\/(report|gates|share|charts)\//.test(at) && sentence.test(key) && !thrown.test(key));
    expect(left.map(({ key, at }) => `${at} ${key}`)).toEqual([]);
  });
});
