import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codes, numbers } from '../../src/facts/table.ts';
import { withSent } from '../../src/facts/sent.ts';
import { monthTold, NONE_SENT, SENT_ARCHIVE, type SentPage } from '../../src/facts/sent-page.ts';
import { gatherFacts } from '../../src/pipeline.ts';
import { addDays, dayFromText, dayOf, dayText } from '../../src/time/weeks.ts';
import { zoneOf } from '../../src/time/zone.ts';
import { fileOf, settingsWith } from '../workspace.ts';
import { day } from '../measures/facts-of.ts';
import { page } from './sent-of.ts';

const zone = zoneOf('Europe/London')!;
const TICKETS = 'ticket_id,client,opened_at\r\n1,Ash,2026-06-01 09:00\r\n2,Birch,2026-07-18 09:00\r\n';
const REPORTS = 'client,period,sent_at\r\nAsh,2026-05,2026-06-03\r\nAsh,2026-06,2026-07-02\r\nBirch,2026-06,2026-07-03\r\n';

async function gathered(pages: readonly SentPage[], { reports = REPORTS, damaged = [] as string[], asOf = '' } = {}) {
  const files = [fileOf('tickets.csv', TICKETS), ...(reports === '' ? [] : [fileOf('reports.csv', reports)])];
  const settings = settingsWith({ firm: { name: 'Rowan', zone: 'Europe/London' }, aliases: { Ash: ['Old Ash'] } });
  return gatherFacts(files, settings, zone, { ...(asOf === '' ? {} : { asOf }), sent: { pages, damaged } });
}

/** The rows of the table as `client month day`, those of the archive with a star. */
function rowsOf({ facts }: Awaited<ReturnType<typeof gathered>>): readonly string[] {
  const table = facts!.tables.reports_sent!;
  const archive = facts!.files.findIndex(({ file }) => file === SENT_ARCHIVE);
  return Array.from({ length: table.rows }, (_, row) => {
    const name = facts!.clients.list[table.client[row]!]!.id;
    const on = dayText(dayOf(numbers(table, 'sent_at')![row]!, zone));
    return `${name} ${codes(table, 'period')!.at(row)} ${on}${table.file[row] === archive ? '*' : ''}`;
  });
}

describe('the month that a page is about', () => {
  test.for([
    ['2026-04-01', '2026-06-30', '2026-06'],
    ['2026-07-06', '2026-08-02', '2026-07'],
    ['2026-08-03', '2026-08-30', '2026-08'],
    ['2026-08-10', '2026-08-12', '2026-08'],
    ['2025-11-01', '2026-01-10', '2025-12'],
  ] as const)('%s to %s is %s', ([from, to, month]) => expect(monthTold({ from, to })).toBe(month));
  test('is always one that the page tells a day of', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 0, max: 400 }), (first, days) => {
        const [from, to] = [dayText(first), dayText(addDays(first, days))];
        const month = monthTold({ from, to });
        expect(month >= from.slice(0, 7) && month <= to.slice(0, 7)).toBe(true);
      }),
    ));
});

describe('pages that were sent', () => {
  test('are reports sent, in a file of their own, and an equal month of an export gives way', async () => {
    const found = await gathered([page('Ash', '2026-07-02'), page('Birch', '2026-07-10')]);
    expect(rowsOf(found)).toEqual(['Ash 2026-05 2026-06-03', 'Ash 2026-06 2026-07-02*', 'Birch 2026-06 2026-07-10*']);
    const accounts = found.facts!.files.map(({ file, read, used, superseded, rejected }) => ({ file, read, used, superseded, rejected }));
    expect(accounts).toContainEqual({ file: 'reports.csv', read: 3, used: 1, superseded: 2, rejected: 0 });
    expect(accounts.at(-1)).toEqual({ file: SENT_ARCHIVE, read: 2, used: 2, superseded: 0, rejected: 0 });
    expect(found.issues.map(({ code, file, line, text, detail }) => [code, file, line, text, detail])).toEqual([
      ['sent-otherwise', 'reports.csv', 4, '2026-07-03', 'in the archive: 2026-07-10'],
    ]);
  });

  test('take nothing from an export before the as-of day is past the day of sending', async () => {
    const found = await gathered([page('Birch', '2026-07-20')], { asOf: '2026-07-19' });
    expect(rowsOf(found)).toEqual(['Ash 2026-05 2026-06-03', 'Ash 2026-06 2026-07-02', 'Birch 2026-06 2026-07-03', 'Birch 2026-06 2026-07-20*']);
    expect(found.issues).toEqual([]);
  });

  test('stand in a table of their own where no export has one, and move no as-of day', async () => {
    const without = await gathered([], { reports: '' });
    const found = await gathered([page('Old Ash', '2026-09-30')], { reports: '' });
    expect(rowsOf(found)).toEqual(['Ash 2026-06 2026-09-30*']);
    expect(found.asOf).toBe(without.asOf);
    expect(found.facts!.newest).toBe(without.facts!.newest);
    expect(without.facts!.tables.reports_sent).toBeUndefined();
    expect(without.facts!.files).toHaveLength(1);
  });

  test('are refused where nobody has the client now, or the entry was damaged', async () => {
    const found = await gathered([page('Cedar', '2026-07-02'), page('Ash', '2026-07-02')], { damaged: ['ash-2026-01-05-01234567'] });
    expect(found.facts!.files.at(-1)).toMatchObject({ read: 3, used: 1, rejected: 2 });
    expect(found.issues.filter(({ code }) => code !== 'sent-otherwise').map(({ code, text }) => [code, text])).toEqual([
      ['sent-client-unknown', 'Cedar'],
      ['sent-damaged', 'ash-2026-01-05-01234567'],
    ]);
    expect(found.facts!.clients.list.map(({ id }) => id)).toEqual(['Ash', 'Birch']);
  });

  test('account for every row, whatever was sent', async () => {
    const { facts } = await gathered([]);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('Ash', 'Birch', 'Old Ash', 'Nobody'), fc.integer({ min: 0, max: 60 }))), (sent) => {
        const pages = sent.map(([client, days], at) => page(client, dayText(addDays(day('2026-06-28'), days)), { sequence: at + 1 }));
        const { facts: after } = withSent(facts!, { pages, damaged: [] }, { zone, asOf: day('2026-07-19') });
        for (const { read, used, duplicate, superseded, rejected, notData } of after.files)
          expect(used + duplicate + superseded + rejected + notData).toBe(read);
        const rows = after.files.filter(({ tables }) => tables.includes('reports_sent')).reduce((sum, { used }) => sum + used, 0);
        expect(after.tables.reports_sent!.rows).toBe(rows);
      }),
    );
    expect(withSent(facts!, NONE_SENT, { zone, asOf: dayFromText('2026-07-19')! }).facts).toBe(facts);
  });
});
