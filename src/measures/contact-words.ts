import { codes } from '../facts/table.ts';
import { contactsOf } from './contacts-columns.ts';
import type { Context } from './measure.ts';
import { once } from './once.ts';

/** Kinds of contacts that nobody had to ask for. */
export const PROACTIVE_KINDS = ['proactive', 'follow-up', 'teaching', 'tip', 'event'] as const;

/** Those kinds as definitions name them. */
export const PROACTIVE_WORDS = `${PROACTIVE_KINDS.slice(0, -1).join(', ')} or ${PROACTIVE_KINDS.at(-1)}`;

export type Mood = 'problem' | 'neutral' | 'positive';

/** What contacts say in words. Flags are 1 or 0; a flag is null where no file gives the column it needs. */
export interface ContactWords {
  /** 1 where the contact was begun by us. */
  readonly outbound: Uint8Array | null;
  /** 1 where the contact names no ticket. */
  readonly apart: Uint8Array;
  /** problem: about one, or felt negative; positive: felt so; null where neither kind nor feeling is recorded. */
  readonly mood: (row: number) => Mood | null;
  /** Whether it was positive, or of a kind that nobody had to ask for. */
  readonly welcome: (row: number) => boolean;
  readonly kind: (row: number) => string | null;
  /** True where files say what contacts are about, and how they felt. */
  readonly kindKept: boolean;
  readonly feelingKept: boolean;
}

/** The words of the contacts, null without any. */
export const contactWords: (context: Context) => ContactWords | null = once((context) => {
  const contacts = contactsOf(context);
  if (contacts === null) return null;
  const { table } = contacts;
  const [direction, kind, sentiment] = ['direction', 'kind', 'sentiment'].map((field) => codes(table, field));
  const out = direction?.dictionary.indexOf('out') ?? -1;
  const tickets = codes(table, 'ticket_id');
  const proactive = kind?.dictionary.map((word) => (PROACTIVE_KINDS as readonly string[]).includes(word)) ?? [];
  const mood = (row: number): Mood | null => {
    const [about, felt] = [kind?.at(row) ?? null, sentiment?.at(row) ?? null];
    if (about === 'problem' || felt === 'negative') return 'problem';
    if (felt === 'positive') return 'positive';
    return about === null && felt === null ? null : 'neutral';
  };
  return {
    outbound: direction ? Uint8Array.from(direction.codes, (code) => (out >= 0 && code === out ? 1 : 0)) : null,
    apart: Uint8Array.from({ length: table.rows }, (_, row) => ((tickets?.codes[row] ?? -1) < 0 ? 1 : 0)),
    mood,
    welcome: (row) => mood(row) === 'positive' || (proactive[kind?.codes[row] ?? -1] ?? false),
    kind: (row) => kind?.at(row) ?? null,
    kindKept: kind !== null && kind !== undefined,
    feelingKept: sentiment !== null && sentiment !== undefined,
  };
});
