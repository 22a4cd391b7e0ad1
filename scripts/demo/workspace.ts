import { gzipSync } from 'node:zlib';
import { mondayOf, seconds, weekOf } from './clock.ts';
import { complaintSheet } from './complaint-log.ts';
import { makeComplaints } from './complaints.ts';
import { exportSheet, ticketExports } from './connectwise.ts';
import { contactSheet, makeContacts } from './contacts.ts';
import { complaintCounts, hourCounts, repeatCounts, ticketCounts } from './counts.ts';
import { canonicalCsv, connectWiseCsv, type Sheet } from './csv.ts';
import { replacementSheet } from './equipment.ts';
import { withFaults } from './faults.ts';
import { timeEntries, timeSheet } from './hours.ts';
import { edges, plantedTickets } from './planted.ts';
import { promiseSheet } from './promises.ts';
import { clientSheet, contractSheet, eventSheet } from './register.ts';
import { meetingSheet, reportSheet, trainingSheet } from './reviews.ts';
import { settingsYaml } from './settings.ts';
import { recommendSurveys, surveyCounts, surveySheet, ticketSurveys } from './surveys.ts';
import type { Ticket } from './ticket.ts';
import { ordinaryTickets } from './tickets.ts';
import * as planted from './truth.ts';
import { managersWords } from './words.ts';
import { makeVisits, visitSheet } from './visits.ts';

/** The demo's files by their path in the workspace, and what is true of them. */
export interface Workspace {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly truth: object;
}

/** Everything that happened, before it becomes files. */
function history() {
  const ordinary = ordinaryTickets();
  const known = [...ordinary, ...plantedTickets(ordinary.length)];
  const { complaints, own } = makeComplaints(known, known.length);
  const tickets = [...known, ...own].sort((a, b) => a.opened - b.opened || a.key - b.key);
  const numbers: ReadonlyMap<number, number> = new Map(tickets.map(({ key }, index) => [key, 40_117 + index * 3]));
  const surveys = [...ticketSurveys(tickets), ...recommendSurveys()].sort((a, b) => a.sentAt - b.sentAt);
  const entries = timeEntries(complaints, tickets);
  const contacts = makeContacts(tickets, surveys, complaints);
  return { tickets, numbers, complaints, surveys, entries, contacts };
}

type History = ReturnType<typeof history>;

/** One part of a list for each of the moments between which it is cut, with the number of the part's first item. */
function cut<T>(items: readonly T[], time: (item: T) => number, at: readonly number[], firstId: number) {
  return [...at, Infinity].map((to, index) => {
    const from = at[index - 1] ?? -Infinity;
    const first = items.findIndex((item) => time(item) >= from);
    return { part: items.filter((item) => time(item) >= from && time(item) < to), firstId: firstId + first };
  });
}

function longSheets({ surveys, contacts, numbers }: History): readonly (readonly [string, Sheet])[] {
  const newYear = seconds('2026-01-01');
  const surveyFiles = ['surveys-2025.csv.gz', 'surveys-2026.csv'];
  const contactFiles = ['contacts-2025.csv.gz', 'contacts-2026.csv.gz', 'contacts-2026-august.csv'];
  const surveyParts = cut(surveys, ({ sentAt }) => sentAt, [newYear], 20_001);
  const contactParts = cut(contacts, ({ at }) => at, [newYear, mondayOf(weekOf(seconds('2026-08-03')))], 1001);
  return [
    ...surveyParts.map(({ part, firstId }, index) => [`exports/${surveyFiles[index]}`, surveySheet(part, numbers, firstId)] as const),
    ...contactParts.map(({ part, firstId }, index) => [`exports/${contactFiles[index]}`, contactSheet(part, numbers, firstId)] as const),
  ];
}

function sheetsOf(all: History): ReadonlyMap<string, Sheet> {
  return new Map<string, Sheet>([
    ...ticketExports.map((made) => [made.file, exportSheet(all.tickets, all.numbers, made)] as const),
    ...longSheets(all),
    ['exports/appointments.csv', visitSheet(makeVisits(all.tickets), all.numbers)],
    ['exports/clients.csv', clientSheet()],
    ['exports/complaints.csv', complaintSheet(all.complaints, all.numbers)],
    ['exports/contracts.csv', contractSheet()],
    ['exports/events.csv', eventSheet()],
    ['exports/meetings.csv', meetingSheet()],
    ['exports/promises.csv', promiseSheet()],
    ['exports/replacements.csv', replacementSheet()],
    ['exports/reports-sent.csv', reportSheet()],
    ['exports/time.csv', timeSheet(all.entries, all.numbers)],
    ['exports/training.csv', trainingSheet()],
  ]);
}

function bytes(file: string, sheet: Sheet): Uint8Array {
  const text = file.includes('/cw-') ? connectWiseCsv(sheet) : canonicalCsv(sheet);
  const plain = new TextEncoder().encode(text);
  return file.endsWith('.gz') ? packed(plain) : plain;
}

/** Byte 9 of a gzip header names the operating system: 255, unknown, so that all of them write the same. */
function packed(plain: Uint8Array): Uint8Array {
  const made = gzipSync(plain, { level: 9 });
  made[9] = 255;
  return made;
}

function truthOf(all: History, sheets: ReadonlyMap<string, Sheet>, faults: readonly object[]): object {
  const number = (ticket: Ticket | undefined) => `${all.numbers.get(ticket?.key ?? -1)}`;
  const lateAnswers = all.surveys.filter(({ sentAt, answeredAt }) => answeredAt !== null && weekOf(answeredAt) > weekOf(sentAt));
  return {
    planted,
    rows: Object.fromEntries([...sheets].map(([file, { rows }]) => [file, rows.length])),
    ticketRows: repeatCounts(ticketExports.map(({ file }) => sheets.get(file) ?? { headers: [], rows: [] })),
    tickets: ticketCounts(all.tickets),
    edges: edges.map((edge) => ({
      ...edge,
      ticket: number(all.tickets.find(({ opened }) => opened === seconds(edge.opened))),
    })),
    surveys: {
      all: surveyCounts(all.surveys, false),
      last13Weeks: surveyCounts(all.surveys, true),
      answeredInALaterWeek: lateAnswers.filter(({ kind }) => kind === 'csat').length,
      recommend: all.surveys.filter(({ kind }) => kind === 'nps').length,
    },
    complaints: complaintCounts(all.complaints, all.contacts),
    complaintHours: {
      all: hourCounts(all.complaints, all.entries, false),
      last13Weeks: hourCounts(all.complaints, all.entries, true),
    },
    faults,
  };
}

/** Makes the demo workspace. The same every time and everywhere. */
export function demoWorkspace(): Workspace {
  const all = history();
  const [sheets, faults] = withFaults(sheetsOf(all));
  const encoder = new TextEncoder();
  const texts = [['settings.yaml', settingsYaml] as const, ...managersWords];
  const files = new Map([
    ...[...sheets].map(([file, sheet]) => [file, bytes(file, sheet)] as const),
    ...texts.map(([file, text]) => [file, encoder.encode(text)] as const),
  ]);
  return { files, truth: truthOf(all, sheets, faults) };
}
