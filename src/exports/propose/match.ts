import { distance } from 'fastest-levenshtein';
import type { FieldSpec, TableName } from '../../facts/table.ts';
import { tables } from '../../facts/tables.ts';
import type { ColumnLook } from './column-look.ts';
import { synonyms } from './synonyms.ts';

/** A header as words: lower case, without signs; `DateCreated` and `date_created` are `date created`. */
export function wordsOf(header: string): string {
  return header
    .normalize('NFC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#º]+/gu, ' ')
    .trim();
}

/** How well a header's words name a field, from 0 to 1: one of its names, one but for a slip, or one among other words. */
export function likeness(words: string, names: readonly string[]): number {
  const whole = ` ${words} `;
  let best = 0;
  for (const [rank, name] of names.entries()) {
    const early = 0.1 * (1 - rank / names.length);
    if (words === name) best = Math.max(best, 0.9 + early);
    else if (name.length > 5 && distance(words.replaceAll(' ', ''), name.replaceAll(' ', '')) <= 1) best = Math.max(best, 0.75 + early);
    else if (name.length > 2 && whole.includes(` ${name} `)) best = Math.max(best, (0.4 + early) * Math.min(1, 0.4 + name.length / words.length));
  }
  return best;
}

const most = 0.8;

/** Whether a column is a duration that says its unit: by its cells, or by its header and bare numbers. */
export function durationUnit(look: ColumnLook): 'seconds' | 'minutes' | 'hours' | null {
  const words = ` ${wordsOf(look.name)} `;
  const unit = / (minutes|minuten|minutos|mins?) /.test(words)
    ? 'minutes'
    : / (hours|stunden|horas|heures|hrs?|h) /.test(words)
      ? 'hours'
      : / (seconds|sekunden|segundos|secs?) /.test(words)
        ? 'seconds'
        : null;
  if (look.clocks >= most) return unit ?? 'minutes';
  return look.clocks + look.numbers >= most ? unit : null;
}

/** Whether a column's cells can be a field: dates for an instant, numbers for a number, each row its own for an id. */
function suits(table: TableName, field: string, spec: FieldSpec, look: ColumnLook): boolean {
  if (look.filled === 0) return spec.required !== true;
  const repeated = look.words.size < look.filled / 2;
  if (spec.kind === 'instant') {
    const lasts = table === 'tickets' && /^(first_response|resolved|closed)_at$/.test(field);
    return look.dates >= most || look.numberForm !== null || (lasts && durationUnit(look) !== null);
  }
  if (spec.kind === 'number') return look.numbers + look.clocks >= most;
  if (spec.kind === 'flag') return look.flags >= most || look.words.size <= 3;
  if (field === 'answer') return look.words.size <= 15 && look.dates < 0.5 && look.clocks === 0;
  if (spec.kind === 'id') return look.filled >= look.rows * 0.95 && look.dates < 0.5 && (tables[table].id !== field || !repeated || look.rows < 3);
  if (spec.kind === 'ref') return look.dates < 0.5;
  if (spec.values !== undefined) return look.words.size <= 40 && look.dates < 0.5 && look.numbers < 0.5;
  return look.dates < 0.5 && look.clocks < 0.5;
}

export interface Match {
  readonly field: string;
  readonly look: ColumnLook;
  readonly score: number;
}

const LEAST = 0.35;

/** The columns of a file that can be the fields of a table, the likeliest first taken; each column is one field, each field one column. */
export function matchesOf(table: TableName, looks: readonly ColumnLook[]): readonly Match[] {
  const named = Object.entries(synonyms[table] ?? {});
  const all = named
    .flatMap(([field, names]) => {
      const spec = tables[table].fields[field]!;
      return looks.filter((look) => suits(table, field, spec, look)).map((look): Match => ({ field, look, score: likeness(wordsOf(look.name), names) }));
    })
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score);
  const taken: Match[] = [];
  for (const one of all) if (!taken.some(({ field, look }) => field === one.field || look === one.look)) taken.push(one);
  const order = Object.keys(tables[table].fields);
  return taken.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}
