import papaparse from 'papaparse';
import { expect, test } from 'vitest';
import { measures } from '../../src/measures/index.ts';
import { complaintsPage } from '../../src/report/complaints.ts';
import { contactPage } from '../../src/report/contact.ts';
import { definitionsPage } from '../../src/report/definitions.ts';
import { measuresCsv } from '../../src/report/measures-csv.ts';
import type { Report } from '../../src/report/model.ts';
import { promisesPage } from '../../src/report/promises.ts';
import { responsePage } from '../../src/report/response.ts';
import { satisfactionPage } from '../../src/report/satisfaction.ts';
import { demo, small } from './material-of.ts';
import { ofKind } from './page-rules.ts';

const tickets = [{ ticket_id: '1', client: 'Alder', opened_at: '2026-03-02 09:00', first_response_at: '2026-03-02 10:00' }];

/** measures.csv of a small firm under these words for its measures. */
function rowsUnder(definitions: Report['definitions']): readonly Readonly<Record<string, string>>[] {
  const material = small({ tickets });
  return papaparse.parse<Record<string, string>>(Buffer.concat([...measuresCsv(material.figures, definitions, material.clients)]).toString(), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

test('the page of definitions has the words of every measure, as its object says them', () => {
  const blocks = definitionsPage(measures).sections.flatMap((section) => section.blocks);
  const shown = blocks.flatMap((block) => (block.kind === 'definition' ? [block.measure] : []));
  expect(shown).toEqual(measures);
  const renamed = { ...measures[0]!, title: 'Another title' };
  expect(JSON.stringify(definitionsPage([renamed]))).toContain('Another title');
});

test('measures.csv gives unit, clock and version as the objects say them', () => {
  const words = new Map(measures.map((one) => [one.id, one]));
  const rows = rowsUnder(measures);
  expect(rows.length).toBeGreaterThan(20);
  for (const { measure, unit, clock, version } of rows) {
    const own = words.get(measure!)!;
    expect({ unit, clock, version }).toEqual({ unit: own.unit, clock: own.clock, version: String(own.version) });
  }
  const later = rowsUnder(measures.map((one) => ({ ...one, version: 7, unit: 'stones' })));
  expect(new Set(later.map(({ version, unit }) => `${version} ${unit}`))).toEqual(new Set(['7 stones']));
});

test('a figure has one name on every page, and commitments and clients asked that of their definition', async () => {
  const material = await demo();
  const pages = [satisfactionPage, complaintsPage, promisesPage, contactPage, responsePage].map((make) => make(material));
  const names = new Map<string, Set<string>>();
  for (const { id, name } of pages.flatMap((page) => ofKind(page, 'figures').flatMap(({ figures }) => figures)))
    names.set(id, new Set([...(names.get(id) ?? []), name]));
  expect([...names].filter(([, all]) => all.size > 1)).toEqual([]);
  const titles = new Map(material.measures.map(({ id, title }) => [id, title]));
  for (const id of ['A1', 'D13', 'D14']) expect([...names.get(id)!]).toEqual([titles.get(id)]);
});
