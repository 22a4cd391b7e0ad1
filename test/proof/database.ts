import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { join } from 'node:path';
import type { Settings } from '../../src/settings.ts';
import { proofTables, schema } from './schema.ts';

/** The database of one firm: run a statement, or read a query's rows as objects. */
export interface Database {
  readonly run: (sql: string) => Promise<void>;
  readonly rows: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly close: () => void;
}

/** An empty database in memory, with the facts that were written into `folder` and what the settings say. */
export async function openDatabase(folder: string, settings: Settings, asOf: string): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const database = databaseOn(connection, () => {
    connection.closeSync();
    instance.closeSync();
  });
  await database.run("SET TimeZone = 'UTC'");
  for (const name of proofTables) await database.run(tableFrom(folder, name, [['client', 'INTEGER'], ...schema[name]]));
  const client = [...['start_at', 'end_at'].map((name) => [name, 'BIGINT']), ...['review_days', 'target_low', 'target_high'].map((name) => [name, 'DOUBLE'])];
  await database.run(
    tableFrom(folder, 'client_list', [['client', 'INTEGER'], ['listed', 'BOOLEAN'], ['id', 'VARCHAR'], ['name', 'VARCHAR'], ...(client as [string, string][])]),
  );
  for (const statement of settingsTables(settings, asOf)) await database.run(statement);
  return database;
}

function databaseOn(connection: DuckDBConnection, close: () => void): Database {
  return {
    run: async (sql) => void (await connection.run(sql)),
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS(),
    close,
  };
}

function tableFrom(folder: string, name: string, columns: readonly (readonly [string, string])[]): string {
  const types = columns.map(([column, type]) => `"${column}": '${type}'`).join(', ');
  return `CREATE TABLE ${name} AS FROM read_csv(${text(join(folder, `${name}.csv`))},
    header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '', new_line = '\\n', columns = {${types}})`;
}

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;

function table(name: string, columns: string, rows: readonly (readonly (string | number)[])[]): string[] {
  const values = rows.map((row) => `(${row.map((cell) => (typeof cell === 'number' ? String(cell) : text(cell))).join(', ')})`);
  return [`CREATE TABLE ${name} (${columns})`, ...(rows.length === 0 ? [] : [`INSERT INTO ${name} VALUES ${values.join(', ')}`])];
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The firm's calendar, whose name is empty, and those of some clients: zone where it is not the client's, opening hours, holidays, and clients that the settings name. */
function calendarTables({ calendar, calendars }: Settings): string[] {
  const all = [['', { ...calendar, zone: undefined, clients: [] }] as const, ...Object.entries(calendars)];
  const openings = all.flatMap(([name, { hours }]) =>
    WEEKDAYS.flatMap((day, at) => (hours[day] ?? []).map((open) => [name, at + 1, ...open.split('-')] as const)),
  );
  const shut = all.flatMap(([name, { holidays = calendar.holidays }]) => holidays.map((day) => [name, day] as const));
  return [
    ...table(
      'calendar',
      'name VARCHAR, zone VARCHAR',
      all.map(([name, { zone }]) => [name, zone ?? '']),
    ),
    ...table('opening', 'calendar VARCHAR, weekday INTEGER, opens VARCHAR, closes VARCHAR', openings),
    ...table('holiday', 'calendar VARCHAR, day DATE', shut),
    ...table(
      'calendar_client',
      'calendar VARCHAR, named VARCHAR',
      all.flatMap(([name, { clients }]) => clients.map((client) => [name, client])),
    ),
  ];
}

function settingsTables(settings: Settings, asOf: string): string[] {
  const { firm, targets, courtesy, complaints, training } = settings;
  const target = (what: string, { default: all, by_priority }: Settings['targets']['resolution']) => [
    ...Object.entries(by_priority).map(([priority, ms]) => [what, priority, ms] as const),
    ...(all === undefined ? [] : [[what, '', all] as const]),
  ];
  return [
    ...table('firm', 'zone VARCHAR, as_of DATE', [[firm.zone, asOf]]),
    ...calendarTables(settings),
    ...table('target', 'what VARCHAR, priority VARCHAR, ms DOUBLE', [
      ...target('first_response', targets.first_response),
      ...target('resolution', targets.resolution),
    ]),
    ...table('courtesy', 'start DATE, seconds DOUBLE', []),
    `INSERT INTO courtesy VALUES (${courtesy.start === undefined ? 'NULL' : text(courtesy.start)}, ${courtesy.seconds})`,
    ...table(
      'courtesy_channel',
      'channel VARCHAR',
      courtesy.channels.map((one) => [one]),
    ),
    ...table(
      'how_to',
      'category VARCHAR',
      training.how_to.map((one) => [one.toLowerCase()]),
    ),
    ...table('complaint_hours', 'assumed DOUBLE', [[complaints.hours_assumed]]),
    ...table(
      'complaint_word',
      'field VARCHAR, word VARCHAR',
      Object.entries(complaints.rule).flatMap(([field, words]) => words.map((word) => [field, word.toLowerCase()])),
    ),
  ];
}
