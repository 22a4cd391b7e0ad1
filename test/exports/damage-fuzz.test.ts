import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRows } from './rows-of.ts';

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const plainText = (cell: string) => (/[",\r\n]/.test(cell) ? quoted(cell) : cell);
const csvOf = (rows: readonly (readonly string[])[]) => rows.map((row) => `${row.map(plainText).join(',')}\n`).join('');

const cell = fc.string({ unit: fc.constantFrom('a', 'B', 'é', 'Ж', '7', ' ', '"', ',', ';', '|', '\t', "'", '\n', '<', '😀'), maxLength: 10 });
const tableOf = fc.integer({ min: 2, max: 5 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 4, maxLength: 12 }).map((rows) => ({
    header: Array.from({ length: width }, (_, at) => `column${at}`),
    rows: rows.map((row, at) => [`r${at}`, ...row.slice(1)]),
  })),
);

describe('any table written in any dialect', () => {
  const written = (rows: readonly (readonly string[])[], delimiter: string, newline: string, quoteAll: boolean) =>
    rows.map((row) => row.map((one) => (quoteAll || /[",;|\t\r\n']/.test(one) || one.trim() !== one ? quoted(one) : one)).join(delimiter) + newline).join('');

  it('reads back equal', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        tableOf,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.integer({ min: 1, max: 64 }),
        fc.boolean(),
        async ({ header, rows }, delimiter, newline, quoteAll, piece, marked) => {
          const content = `${marked ? '\ufeff' : ''}${written([header, ...rows], delimiter, newline, quoteAll)}`;
          const read = await readRows(content, piece);
          expect({ csv: read.csv, refused: read.refused, notData: read.notData }).toEqual({ csv: csvOf([header, ...rows]), refused: 0, notData: 0 });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is read the same whatever the pieces', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('a', 'b', '"', ',', '\n', '\r', ' '), maxLength: 80 }),
        fc.integer({ min: 1, max: 9 }),
        async (text, piece) => {
          const content = `x,y\n1,2\n${text}`;
          expect(await readRows(content, piece)).toEqual(await readRows(content));
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** A table in which no line looks like another row: every cell names its row and column, so that damage shows. */
const plainTable = fc.tuple(fc.integer({ min: 3, max: 6 }), fc.integer({ min: 4, max: 15 }), fc.integer()).map(([width, count, seed]) => {
  const word = (row: number, at: number) => ['plain', 'two words', 'a, b', 'said "x"', 'line\nbreak', 'é'][Math.abs(seed + row * 7 + at * 3) % 6]!;
  return [
    Array.from({ length: width }, (_, at) => `column${at}`),
    ...Array.from({ length: count }, (_, row) => Array.from({ length: width }, (_x, at) => `${row}.${at} ${word(row, at)}`)),
  ];
});

const MARK = '\u2620';
const damage = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('flip', 'delete', 'insert', 'cut'),
  what: fc.constantFrom('"', ',', '\n', '\r', MARK, '\0', '""', '","'),
});

/** A damaged copy of a text. */
function damagedBy(text: string, { at, kind, what }: { at: number; kind: string; what: string }): string {
  const place = at % text.length;
  if (kind === 'cut') return text.slice(0, place);
  if (kind === 'delete') return text.slice(0, place) + text.slice(place + 1);
  return text.slice(0, place) + what + text.slice(kind === 'flip' ? place + 1 : place);
}

/** The rows that a damage at one place leaves as they were, each on a line of its own. */
function untouched(rows: readonly (readonly string[])[], text: string, damaged: string): ReadonlySet<string> {
  let from = 0;
  while (from < text.length && text[from] === damaged[from]) from++;
  let back = 0;
  while (back < text.length - from && back < damaged.length - from && text.at(-1 - back) === damaged.at(-1 - back)) back++;
  const whole = new Set<string>();
  let at = 0;
  for (const row of rows) {
    const line = csvOf([row]);
    const start = damaged.length - (text.length - at);
    if (at + line.length <= from || (at >= text.length - back && /[\r\n]/.test(damaged[start - 1] ?? ''))) whole.add(line);
    at += line.length;
  }
  return whole;
}

describe('a damaged table', () => {
  it('gives rows of the original, or rows with the damage in them; the others are said', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(plainTable, damage, fc.integer({ min: 1, max: 100 }), async (rows, how, piece) => {
        const text = csvOf(rows);
        const content = damagedBy(text, how);
        const read = await readRows(content, piece);
        if (read.whole !== null) return;
        const kept = untouched(rows, text, content);
        const original = new Set(rows.map((row) => csvOf([row])));
        const strange = recordsOf(read.csv).filter((one) => !original.has(one));
        expect(strange.length).toBeLessThanOrEqual(2);
        for (const one of strange) expect(touches(one, rows, kept), JSON.stringify({ one, how })).toBe(true);
        const missing = [...kept].filter((one) => !read.csv.includes(one));
        const said = read.issues.flatMap(({ line, detail }) => {
          const last = Number(/ to (?:line )?(\d+)$/.exec(detail)?.[1] ?? line);
          return Array.from({ length: last - line! + 1 }, (_, at) => line! + at);
        });
        for (const one of missing) expect(said, JSON.stringify({ one, how, content })).toContain(lineOf(one, rows, text, content));
        const lines = new Set(read.issues.map(({ line }) => line));
        expect(lines.size).toBe(read.issues.length);
      }),
      { numRuns: 1500 },
    );
  });

  it('never ends in a crash or a hang, whatever the bytes', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(plainTable, fc.uint8Array({ maxLength: 40 }), fc.nat(), fc.integer({ min: 1, max: 50 }), async (rows, dirt, at, piece) => {
        const text = Buffer.from(csvOf(rows));
        const place = at % text.length;
        const read = await readRows(Buffer.concat([text.subarray(0, place), dirt, text.subarray(place + dirt.length)]), piece);
        expect(read.whole === null ? recordsOf(read.csv).length - 1 : 0).toBe(read.accepted);
      }),
      { numRuns: 500 },
    );
  });
});

/** Line of the damaged text on which a row begins that the damage left as it was. */
function lineOf(record: string, rows: readonly (readonly string[])[], text: string, damaged: string): number {
  const before = csvOf(
    rows.slice(
      0,
      rows.findIndex((row) => csvOf([row]) === record),
    ),
  );
  const at = damaged.startsWith(before + record) ? before.length : damaged.length - (text.length - before.length);
  return damaged.slice(0, at).split(/\r\n|\r|\n/).length;
}

/** The records of a text that `rows` has written. */
function recordsOf(csv: string): readonly string[] {
  const found: string[] = [];
  let from = 0;
  let inside = false;
  for (let at = 0; at < csv.length; at++) {
    if (csv[at] === '"') inside = !inside;
    if (csv[at] !== '\n' || inside) continue;
    found.push(csv.slice(from, at + 1));
    from = at + 1;
  }
  return found;
}

/** Whether a row names, in its cells, a row that was damaged, or holds the damage itself. */
function touches(record: string, rows: readonly (readonly string[])[], kept: ReadonlySet<string>): boolean {
  const damagedRows = rows.flatMap((row, at) => (kept.has(csvOf([row])) ? [] : [at - 1]));
  return record.includes(MARK) || damagedRows.some((row) => row === -1 || record.includes(`${row}.`)) || damagedRows.length === 0;
}
