import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExportsRead } from '../../src/exports/exports.ts';
import type { TableName } from '../../src/facts/table.ts';
import type { Settings } from '../../src/settings.ts';
import { exportsOf, fileOf, settingsWith } from '../workspace.ts';

/** Exports of one kind, whose rows have few ids and few cells, so that many are equal and many are states of one id. */
interface Kind {
  readonly tables: readonly TableName[];
  readonly header: string;
  readonly settings: Settings;
  readonly row: fc.Arbitrary<string>;
  /** A row of an id of its own, on a day of 2026 that makes the file as new. */
  readonly dated: (at: number, day: string) => string;
}

const some = (...words: readonly string[]) => fc.constantFrom(...words);
const rowOf = (...cells: readonly fc.Arbitrary<string>[]) => fc.tuple(...cells).map((row) => row.join(','));
const id = some('1', '2', '3');
const opened = fc.constant('2026-01-05 09:00');
const status = some('open', 'waiting', 'resolved');
const plain = settingsWith();
const board = (cells: Readonly<Record<string, string>>) =>
  ['Ticket #', 'Summary Description', 'Status', 'Age', 'Company', 'Next Date', 'Last Update'].map((one) => cells[one] ?? '').join(',');
const reply = (survey: string, day: string, question: string, response: string) => `${survey},${day},${response},1-5,${question}`;

const kinds: Readonly<Record<string, Kind>> = {
  'states that only the age of their files ranks': {
    tables: ['tickets'],
    header: 'ticket_id,opened_at,status,agent,note',
    settings: plain,
    row: rowOf(id, opened, status, some('', 'Kim'), some('', 'x')),
    dated: (at, day) => `day-${at},${day} 09:00,open,,`,
  },
  'states with times of their own': {
    tables: ['tickets'],
    header: 'ticket_id,opened_at,updated_at,status',
    settings: plain,
    row: rowOf(id, opened, some('', '2026-02-02 09:00', '2026-02-03 09:00'), status),
    dated: (at, day) => `day-${at},${day} 09:00,${day} 09:00,open`,
  },
  'rows with and without an id': {
    tables: ['contacts'],
    header: 'contact_id,client,at,channel',
    settings: plain,
    row: rowOf(some('', '1', '2'), some('Alder', 'Birch'), opened, some('phone', 'mail')),
    dated: (at, day) => `day-${at},Alder,${day} 09:00,mail`,
  },
  'rows of two tables that the settings name': {
    tables: ['tickets', 'surveys'],
    header: 'Ticket ID,Date Occurred,State,Feedback',
    settings: settingsWith({
      sources: [
        { headers: ['Ticket ID', 'Date Occurred'], table: 'tickets', columns: { ticket_id: 'Ticket ID', opened_at: 'Date Occurred', status: 'State' } },
        {
          headers: ['Ticket ID', 'Feedback'],
          table: 'surveys',
          columns: { response_id: 'Ticket ID', ticket_id: 'Ticket ID', answer: 'Feedback' },
          set: { kind: 'csat' },
          scale: { low: 1, high: 5 },
        },
      ],
    }),
    row: rowOf(id, opened, status, some('', '1', '5')),
    dated: (at, day) => `day-${at},${day} 09:00,open,`,
  },
  'a board with its visits': {
    tables: ['tickets', 'appointments'],
    header: 'Ticket #,Summary Description,Status,Age,Company,Next Date,Last Update',
    settings: plain,
    row: fc
      .record({ 'Ticket #': id, Status: some('New', 'Waiting on Client~'), 'Next Date': some('', '04/22/2026 12:00 am', '04/23/2026 12:00 am') })
      .map((cells) => board({ ...cells, Age: '1.0', Company: 'Alder', 'Last Update': '04/14/2026 3:26 pm' })),
    dated: (at, day) => board({ 'Ticket #': `9${at}`, Status: 'New', Company: 'Alder', 'Last Update': `${day.slice(5, 7)}/${day.slice(8)}/2026 3:26 pm` }),
  },
  'rows that complete one another': {
    tables: ['surveys'],
    header: 'Survey Taker: ID,Survey Taker: Created Date,Response,Survey Question: Choices,Survey Question: Question Title',
    settings: plain,
    row: fc
      .tuple(some('1', '2'), some('How satisfied were you?', 'How likely are you to recommend us?', 'Was it resolved?'), some('1', '2', '5'))
      .map(([survey, question, response]) => reply(survey, '22/04/2026', question, response)),
    dated: (at, day) => reply(`day-${at}`, `${day.slice(8)}/${day.slice(5, 7)}/2026`, 'How satisfied were you?', '3'),
  },
};

const exportsFrom = (exported: readonly (readonly string[])[], { header, settings }: Kind) =>
  exportsOf({ files: exported.map((lines, at) => fileOf(`${at}.csv`, `${[header, ...lines].join('\n')}\n`)), settings });

const files = (row: Kind['row']) =>
  fc.array(fc.record({ rows: fc.array(row, { maxLength: 6 }), day: some('2026-03-16', '2026-04-17', '2026-05-18') }), { minLength: 1, maxLength: 3 });

function told({ tables, files: accounts, issues }: ExportsRead) {
  const sum = (of: 'read' | 'used' | 'duplicate' | 'superseded' | 'rejected') => accounts.reduce((all, file) => all + file[of], 0);
  const facts = [...tables].map(([name, { columns, rows }]) => {
    const fields = [...columns].sort(([a], [b]) => (a < b ? -1 : 1));
    return [name, Array.from({ length: rows }, (_, row) => fields.map(([field, column]) => `${field}=${column.at(row)}`).join(' · ')).sort()];
  });
  return {
    account: { read: sum('read'), used: sum('used'), duplicate: sum('duplicate'), superseded: sum('superseded'), rejected: sum('rejected') },
    facts,
    said: issues.map(({ code }) => code).sort(),
  };
}

/** The values by numbers drawn for each. */
function shuffled<Value>(values: readonly Value[], seed: number): readonly Value[] {
  return values
    .map((value, at) => [Math.sin(seed + at * 7.3), value] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, value]) => value);
}

test.each(Object.entries(kinds))('%s: account and facts are the same for every order of rows and files', async (_, kind) => {
  const given = new Set<string>();
  await fc.assert(
    fc.asyncProperty(files(kind.row), fc.integer({ min: 0, max: 9999 }), async (all, seed) => {
      const exported = all.map(({ rows, day }, at) => [...rows, kind.dated(at, day)]);
      const other = shuffled(
        exported.map((lines, at) => shuffled(lines, seed + at)),
        seed,
      );
      const read = await exportsFrom(exported, kind);
      for (const table of read.tables.keys()) given.add(table);
      expect(told(await exportsFrom(other, kind))).toEqual(told(read));
    }),
    { numRuns: 60 },
  );
  expect([...given].sort()).toEqual(kind.tables.toSorted());
});

test('of the rows of one id one is used, each other state is superseded, and every further row of a state is a duplicate', async () => {
  const kind = kinds['states with times of their own']!;
  await fc.assert(
    fc.asyncProperty(files(kind.row), async (all) => {
      const exported = all.map(({ rows, day }, at) => [...rows, kind.dated(at, day)]);
      const rows = exported.flat();
      const states = new Set(rows);
      const ids = new Set(rows.map((line) => line.split(',')[0]));
      const account = { read: rows.length, used: ids.size, duplicate: rows.length - states.size, superseded: states.size - ids.size, rejected: 0 };
      expect(told(await exportsFrom(exported, kind)).account).toEqual(account);
    }),
    { numRuns: 60 },
  );
});
