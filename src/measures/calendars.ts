import { fold } from '../fold.ts';
import type { Facts } from '../facts/facts.ts';
import { codes } from '../facts/table.ts';
import type { Settings } from '../settings.ts';
import { workingTime, type Opening, type WorkingTime } from '../time/calendar.ts';
import { zoneOf } from '../time/zone.ts';

/** The working clock of a client by its index; of a negative one, which is no listed client, the firm’s. */
export type ClientClocks = (client: number) => WorkingTime;

/** What decides which opening hours a client has. */
export const CLOCK_INPUTS = ['settings.calendar', 'settings.calendars', 'clients.calendar', 'clients.time_zone'];

/** A calendar, a zone or a client that is named somewhere and is nowhere. */
export interface UnknownName {
  readonly what: 'calendar' | 'time_zone' | 'client';
  readonly text: string;
  /** Index of the file and line of the clients table; -1 and 0 where the settings name it. */
  readonly file: number;
  readonly line: number;
}

interface Choice {
  readonly calendar: string | null;
  readonly zone: string | null;
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Which calendar and zone each client has: by the clients table, else by the settings; null = the firm’s. */
function choices(
  { tables, clients }: Facts,
  { calendars }: Settings,
): { readonly byClient: ReadonlyMap<number, Choice>; readonly unknown: readonly UnknownName[] } {
  const names = new Map(Object.keys(calendars).map((name) => [fold(name), name]));
  const byClient = new Map<number, Choice>();
  const unknown: UnknownName[] = [];
  for (const [calendar, { clients: named }] of Object.entries(calendars)) {
    for (const name of named) {
      const client = clients.indexOf(name);
      if (client < 0) unknown.push({ what: 'client', text: name, file: -1, line: 0 });
      else byClient.set(client, { calendar, zone: null });
    }
  }
  const table = tables.clients;
  const [calendar, zone] = ['calendar', 'time_zone'].map((field) => (table === undefined ? null : codes(table, field)));
  for (let row = 0; row < (table?.rows ?? 0); row++) {
    const [word, id] = [calendar?.at(row) ?? null, zone?.at(row) ?? null];
    const at = { file: table!.file[row]!, line: table!.line[row]! };
    const [found, known] = [word === null ? null : names.get(fold(word)), id === null ? null : zoneOf(id)];
    if (found === undefined) unknown.push({ what: 'calendar', text: word!, ...at });
    if (id !== null && known === null) unknown.push({ what: 'time_zone', text: id, ...at });
    const client = table!.client[row]!;
    if (client >= 0) byClient.set(client, { calendar: found ?? byClient.get(client)?.calendar ?? null, zone: known?.id ?? null });
  }
  return { byClient, unknown };
}

/** Calendars and zones of the clients table, and clients of the settings’ calendars, that nobody knows: the firm’s hold instead. */
export function unknownCalendars(facts: Facts, settings: Settings): readonly UnknownName[] {
  return choices(facts, settings).unknown;
}

/**
 * The working clocks of all clients, prepared for local days [fromDay, toDay]; clients with the same calendar in the same
 * zone share one. The zone is the calendar’s, else the client’s, else the firm’s. Throws RangeError as workingTime does.
 */
export function clientClocks(facts: Facts, settings: Settings, firmZone: string, fromDay: number, toDay: number): ClientClocks {
  const made = new Map<string, WorkingTime>();
  const clock = ({ calendar, zone }: Choice): WorkingTime => {
    const own = calendar === null ? undefined : settings.calendars[calendar]!;
    const id = own?.zone ?? zone ?? firmZone;
    const key = JSON.stringify([calendar, id]);
    const found = made.get(key) ?? compiled(own?.hours ?? settings.calendar.hours, own?.holidays ?? settings.calendar.holidays, id, fromDay, toDay);
    made.set(key, found);
    return found;
  };
  const firm = clock({ calendar: null, zone: null });
  const { byClient } = choices(facts, settings);
  const clocks = facts.clients.list.map((_, client) => (byClient.has(client) ? clock(byClient.get(client)!) : firm));
  return (client) => (client < 0 ? firm : clocks[client]!);
}

function compiled(hours: Settings['calendar']['hours'], holidays: readonly string[], zone: string, fromDay: number, toDay: number): WorkingTime {
  const week = WEEKDAYS.map((weekday) => (hours[weekday] ?? []).map(openingOf));
  return workingTime({ zone, week, holidays }, fromDay, toDay);
}

function openingOf(text: string): Opening {
  const [open, close] = text.split('-').map((clock) => {
    const [hour, minute] = clock.split(':').map(Number) as [number, number];
    return hour * 60 + minute;
  }) as [number, number];
  return [open, close];
}
