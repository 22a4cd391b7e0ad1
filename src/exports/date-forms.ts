import { DAY_MS, dayText } from '../time/weeks.ts';

/** Dates that are bare numbers: days of a spreadsheet since 30 December 1899, or seconds or milliseconds since 1970 in UTC. */
export type DateForm = 'excel' | 'unix' | 'unix-ms' | 'words';

const NUMBER = /^\d{1,14}(?:[.,]\d+)?$/;
/** 1 January 1970 and 1 January 2101 as days of a spreadsheet. */
const SERIAL = { first: 25_569, last: 73_416 };
const LAST_MS = 4_133_980_800_000;

const two = (value: number) => String(value).padStart(2, '0');

/** An instant written YYYY-MM-DD HH:MM:SS, whole seconds. */
function written(ms: number): string {
  const day = Math.floor(ms / DAY_MS);
  const seconds = Math.floor((ms - day * DAY_MS) / 1000);
  return `${dayText(day)} ${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function fromSerial(serial: number, text: string): string {
  if (serial < SERIAL.first || serial >= SERIAL.last) return text;
  const ms = Math.round((serial - SERIAL.first) * 86_400) * 1000;
  return Number.isInteger(serial) ? dayText(ms / DAY_MS) : written(ms);
}

const WEEKDAY = /^\p{L}{2,12}\.?,?\s+(?=\d|\p{L}+\.?\s+\d)/u;
const MONTH_FIRST = /^(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b,?(?:\s+at\b)?/iu;

/** `Wed, March 5, 2025 at 10:30 AM` as `5 March 2025 10:30 AM`; any other text as it is. */
function inOrder(text: string): string {
  if (MONTH_FIRST.test(text)) return text.replace(MONTH_FIRST, '$2 $1 $3');
  if (!WEEKDAY.test(text)) return text;
  const rest = text.replace(WEEKDAY, '');
  return MONTH_FIRST.test(rest) ? rest.replace(MONTH_FIRST, '$2 $1 $3') : rest;
}

/** A date cell of a form that the strict reader does not know as one that it does; a cell that is not of the form stays as it is. */
export function dateText(form: DateForm, text: string): string {
  if (form === 'words') return /^\p{L}/u.test(text) ? inOrder(text) : text;
  if (!NUMBER.test(text)) return text;
  const value = Number(text.replace(',', '.'));
  if (form === 'excel') return fromSerial(value, text);
  const ms = form === 'unix' ? Math.floor(value) * 1000 : Math.floor(value);
  return ms < LAST_MS ? `${written(ms)}Z` : text;
}
