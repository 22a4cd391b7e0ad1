import { describe, expect, test } from 'vitest';
import { tables } from '../../src/facts/tables.ts';
import type { TableName } from '../../src/facts/table.ts';
import { measures } from '../../src/measures/index.ts';
import type { MeasureWords } from '../../src/measures/measure.ts';
import { settingsOf } from './facts-of.ts';

const ids = measures.map(({ id }) => id);

test('an id names one figure', () => {
  expect(new Set(ids).size).toBe(ids.length);
});

test('the figures asked for are there', () => {
  const asked = `S1 S2 S3 S4 F1-elapsed F1-working F2-elapsed F2-working F3 F4 F5 A1 A2 A3-rate A3-delay A8 A9 A10 A11-count
    A11-rate A12 A12-median A12-untimed A13-avoided A13-returned A13-net A13-ratio A13-break-even A14 A19-in A19-out A19-unclear
    A19-in-hours A19-out-hours A19-unclear-hours D1-rate D1-phone D1-silent D3 D3-median D4 D5 D6 D7 D8 D9 D10 D11 D12 D15 D15-days`;
  expect(ids).toEqual(expect.arrayContaining(asked.split(/\s+/)));
});

const FIELDS: Readonly<Record<keyof MeasureWords, (value: unknown) => boolean>> = {
  id: isText,
  title: isText,
  question: isText,
  definition: isText,
  formula: isText,
  unit: isText,
  kind: (value) => ['share', 'duration', 'count', 'rate', 'hours', 'mean', 'derived'].includes(String(value)),
  clock: (value) => ['elapsed', 'working', 'none'].includes(String(value)),
  inputs: (value) => Array.isArray(value) && value.length > 0 && value.every(isText),
  exclusions: (value) => Array.isArray(value) && value.every(isText),
  version: (value) => Number.isInteger(value) && Number(value) >= 1,
};

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

/** What a measure does not say of itself. */
function lacking(measure: object): readonly string[] {
  const has = measure as Readonly<Record<string, unknown>>;
  const fields = Object.entries(FIELDS).flatMap(([field, holds]) => (holds(has[field]) ? [] : [field]));
  const rule = has.kind === 'derived' ? 'derive' : 'population';
  return typeof has[rule] === 'function' ? fields : [...fields, rule];
}

test.each([...Object.keys(FIELDS), 'population'])('a measure without its %s is found', (field) => {
  const { [field]: _, ...rest } = measures[0] as unknown as Readonly<Record<string, unknown>>;
  expect(lacking(measures[0]!)).toEqual([]);
  expect(lacking(rest)).toContain(field);
});

test('every measure says all of it', () => {
  expect(measures.flatMap((measure) => lacking(measure).map((field) => `${measure.id}: ${field}`))).toEqual([]);
  expect(measures.filter(({ kind, exclusions }) => kind !== 'derived' && exclusions.length === 0).map(({ id }) => id)).toEqual([]);
});

describe.each(measures.map((measure) => [measure.id, measure] as const))('%s', (id, measure) => {
  test('is worded in full, in sentences of at most 25 words', () => {
    for (const field of ['title', 'question', 'definition', 'formula', 'unit'] as const) expect(measure[field], field).not.toBe('');
    expect(measure.question).toMatch(/\?$/);
    expect(measure.definition).toMatch(/\.$/);
    for (const sentence of measure.definition.split(/(?<=[.?;:])\s/)) expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(25);
  });

  test('names inputs that exist', () => {
    for (const input of measure.inputs) {
      const [table, field] = input.split('.') as [string, string | undefined];
      if (table === 'settings') expect(settingsOf({}), input).toHaveProperty(input.slice('settings.'.length));
      else if (field === undefined) expect(ids, input).toContain(input);
      else {
        const { fields, prefix = '\n' } = tables[table as TableName];
        expect(field in fields || field.startsWith(prefix), input).toBe(true);
      }
    }
  });

  test('has what its kind needs', () => {
    const derived = measure.kind === 'derived';
    expect(measure.population === undefined).toBe(derived);
    expect(measure.derive === undefined).toBe(!derived);
    expect(measure.exposure === undefined).toBe(measure.kind !== 'rate');
    if (derived)
      for (const input of measure.inputs.filter((one) => measures.find((other) => other.id === one)?.kind === 'derived'))
        expect(ids.indexOf(input)).toBeLessThan(ids.indexOf(id));
  });
});

const PROACTIVE = 'proactive, follow-up, teaching, tip or event';

/** What the words of a measure say of its rows, by its id. */
const SAID: readonly (readonly [string, RegExp])[] = [
  ['A7', /before the first course on record has no value/],
  ['A12', /Time on a ticket that several complaints name is shared among them in equal parts/],
  ['A12-logged', /Time on a ticket that several complaints name is shared among them in equal parts/],
  ['A12-median', /Time on a ticket that several complaints name is shared among them in equal parts/],
  ['A14-complaints', /Time on a ticket that several complaints name counts once/],
  ['A18', /complaints closed with a finding/],
  ['B1-14', /over 14 calendar days.*less than 14 days after the first contact on record has no value.*last day of the period − day of the last contact/],
  ['B1-30', /over 30 calendar days.*less than 30 days after the first contact on record has no value.*last day of the period − day of the last contact/],
  ['B18', /nothing says how are left out.*÷ visits cancelled of which the channel is known/],
  ['B20', /Every contact that we begin counts/],
  ['D16', /Ratings about a ticket that a complaint names do not count/],
  ['E15', new RegExp(`${PROACTIVE}.*less than 30 days after the first contact on record has no value.*within 30 calendar days`)],
  ['E17-high', new RegExp(PROACTIVE)],
  ['E17-low', new RegExp(PROACTIVE)],
];

test.each(SAID)('%s says which rows it counts', (id, words) => {
  const { definition, formula } = measures.find((one) => one.id === id)!;
  expect(`${definition} ${formula}`).toMatch(words);
});

test('what goes by the calendar day runs on no clock', () => {
  expect(measures.filter(({ id }) => ['B1-14', 'B1-30', 'E15'].includes(id)).map(({ clock }) => clock)).toEqual(['none', 'none', 'none']);
});
