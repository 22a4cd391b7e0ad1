import papaparse from 'papaparse';
import { beforeAll, expect, it } from 'vitest';
import { buildReport } from '../../src/pipeline.ts';
import { measuresCsv } from '../../src/report/measures-csv.ts';
import type { Figure, Page, Report } from '../../src/report/model.ts';
import { workspaceIn } from '../workspace.ts';

type Row = Readonly<Record<string, string>>;

let report: Report;
/** The 13-week cells of measures.csv by measure and client; '' for the firm. */
let cells: ReadonlyMap<string, Row>;

beforeAll(async () => {
  const { files, settings } = await workspaceIn(new URL('../../data', import.meta.url).pathname);
  const built = await buildReport(files, settings, { asOf: '2026-08-30' });
  report = built.report!;
  const { data } = papaparse.parse<Row>(Buffer.concat([...measuresCsv(built.figures!, report.definitions, report.clients)]).toString(), {
    header: true,
    skipEmptyLines: true,
  });
  cells = new Map(data.filter(({ grain }) => grain === 'window').map((row) => [`${row['measure']} ${row['client']}`, row]));
}, 300_000);

const clientOf = (page: Page) => report.clients.find(({ slug }) => page.path === `clients/${slug}/`)?.id ?? '';
const numberIn = (text: string) => Number(text.replaceAll(',', '').replace('−', '-'));

const UNITS: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, min: 60_000, s: 1000 };

/** A text such as "1 h 44 min" as milliseconds, and the unit that it is rounded to. */
function timeIn(text: string): readonly [number, number] {
  const parts = [...text.matchAll(/([\d.,]+)\s(d|h|min|s)/gu)].map(([, amount, unit]) => [numberIn(amount!), UNITS[unit!]!] as const);
  return [parts.reduce((sum, [amount, unit]) => sum + amount * unit, 0), parts.at(-1)![1]];
}

/** Whether a figure on a page says something else than its cell in the file, by more than its rounding. */
function differs({ id, value, unit }: Figure, cell: Row | undefined): boolean {
  const text = value.replaceAll('\u00a0', ' ');
  const number = (name: string) => Number(cell?.[name] === '' ? NaN : cell?.[name]);
  if (/^–?$/.test(text)) return !Number.isNaN(number('value'));
  if (unit.startsWith('of ')) return numberIn(text) !== number('hits') || numberIn(unit.slice(3)) !== number('n');
  if (unit === '%') {
    const ends = text.split('–').map(numberIn);
    const real = (ends.length === 2 ? ['low', 'high'] : ['value']).map((name) => number(name) * 100);
    return ends.some((end, at) => !(Math.abs(end - real[at]!) <= 0.5 + 1e-9));
  }
  const whole = { duration: 1, 'hours a week': UNITS['h']! }[report.definitions.find((measure) => measure.id === id)!.unit];
  if (whole !== undefined) {
    const [ms, rounded] = timeIn(`${text} ${unit}`);
    return !(Math.abs(ms - number('value') * whole) <= rounded / 2);
  }
  const size = Math.abs(number('value'));
  const rounding = size < 1 ? 0.005 : size * 0.005;
  return !(Math.abs(numberIn(text) - number('value')) <= rounding + 1e-9);
}

it('every figure on a page is the cell of measures.csv', () => {
  const shown = report.pages.flatMap((page) =>
    page.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'figures' ? block.figures.map((figure) => ({ page, figure })) : []))),
  );
  expect(shown.length).toBeGreaterThan(100);
  expect(new Set(shown.map(({ page }) => clientOf(page))).size).toBe(report.clients.length + 1);
  const wrong = shown.filter(({ page, figure }) => differs(figure, cells.get(`${figure.id} ${clientOf(page)}`)));
  expect(wrong.map(({ page, figure }) => [page.path, figure.id, figure.value, figure.unit, cells.get(`${figure.id} ${clientOf(page)}`)?.['value']])).toEqual(
    [],
  );
});

it('a figure that is not the cell of the file is found', () => {
  const { figure } = report.pages.flatMap((page) =>
    page.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'figures' ? block.figures.map((one) => ({ figure: one })) : []))),
  )[0]!;
  expect(differs(figure, cells.get(`${figure.id} `))).toBe(false);
  expect(differs({ ...figure, value: '12.3' }, cells.get(`${figure.id} `))).toBe(true);
});

it('every number in the list of clients stands in measures.csv for that client', () => {
  const page = report.pages.find(({ path }) => path === 'clients/')!;
  const names = ['value', 'n', 'hits', 'low', 'high', 'p90'];
  let compared = 0;
  for (const block of page.sections.flatMap(({ blocks }) => blocks)) {
    if (block.kind !== 'table') continue;
    for (const row of block.table.rows) {
      const client = report.clients.find(({ slug }) => row.some(({ href }) => href === `clients/${slug}/`));
      if (client === undefined) continue;
      const own = new Set([...cells].filter(([key]) => key.endsWith(` ${client.id}`)).flatMap(([, cell]) => names.map((name) => cell[name])));
      for (const { value } of row) {
        if (typeof value !== 'number') continue;
        compared++;
        const inMinutes = [...own].some((text) => Number(text) / 60_000 === value);
        expect([client.name, value, own.has(String(value)) || inMinutes]).toEqual([client.name, value, true]);
      }
    }
  }
  expect(compared).toBeGreaterThan(60);
});
