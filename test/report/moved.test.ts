import { expect, test } from 'vitest';
import { movedSection } from '../../src/report/moved.ts';
import type { Block, Section, Table } from '../../src/report/model.ts';
import { dayText } from '../../src/time/weeks.ts';
import { day, type Row } from '../measures/facts-of.ts';
import { small } from './material-of.ts';

const SATISFACTION = { measure: 'S1', id: 'satisfaction-moved', name: 'Satisfaction', rows: 'Answers', tables: ['surveys'] } as const;

const answers = (client: string, ago: number, good: number, bad: number): Row[] =>
  Array.from({ length: good + bad }, (_, at) => ({
    response_id: `${client} ${ago} ${at}`,
    client,
    answered_at: `${dayText(day('2026-03-15') - ago)} 09:00`,
    answer: at < good ? 'good' : 'bad',
  }));

const early: Row = { response_id: 'early', client: 'Alder', answered_at: '2025-01-06 09:00', answer: 'good' };
const blocksOf = (sections: readonly Section[]): readonly Block[] => sections.flatMap(({ blocks }) => blocks);
const headings = (sections: readonly Section[]) => blocksOf(sections).flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
const tables = (sections: readonly Section[]): readonly Table[] => blocksOf(sections).flatMap((block) => (block.kind === 'table' ? [block.table] : []));

test('a change beyond chance names who gave most of it', () => {
  const rows = [early, ...answers('Alder', 100, 90, 10), ...answers('Alder', 10, 40, 60), ...answers('Birch', 100, 5, 0), ...answers('Birch', 10, 5, 0)];
  const found = movedSection(small({ surveys: rows }), SATISFACTION);
  expect(headings(found)).toEqual(['−47.6 points, a change beyond chance, most of it from Alder']);
  expect(blocksOf(found)[0]).toMatchObject({ beyondChance: true, turn: 'worse' });
  const [table] = tables(found);
  expect(table!.rows.map((row) => row.slice(0, 5).map(({ text }) => text))).toEqual([
    ['Alder', '−47.6', '−47.6', '0.0', '90\u00a0%'],
    ['Birch', '0.0', '0.0', '0.0', '5 of 5'],
    ['Whole firm', '−47.6', '−47.6', '0.0', '90\u00a0%'],
  ]);
});

test('a change that may be chance is said to be none, and a small one is not compared', () => {
  const even = [early, ...answers('Alder', 100, 18, 2), ...answers('Alder', 10, 17, 3), ...answers('Birch', 10, 1, 0)];
  expect(headings(movedSection(small({ surveys: even }), SATISFACTION))[0]).toMatch(/cannot be told from chance$/);
  const few = [early, ...answers('Alder', 100, 4, 0), ...answers('Birch', 10, 3, 1)];
  expect(headings(movedSection(small({ surveys: few }), SATISFACTION))[0]).toMatch(/too few rows to compare$/);
});

test('nothing is said where there is one client, or one window', () => {
  expect(movedSection(small({ surveys: [early, ...answers('Alder', 100, 18, 2), ...answers('Alder', 10, 17, 3)] }), SATISFACTION)).toEqual([]);
  expect(movedSection(small({ surveys: [...answers('Alder', 10, 18, 2), ...answers('Birch', 10, 17, 3)] }), SATISFACTION)).toEqual([]);
});
