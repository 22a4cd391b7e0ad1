import { say } from '../language/language.ts';
import type { Noun } from './shares.ts';
import { count, FEW, inWords } from './words.ts';

/** What is said of the kinds of tickets that one column of the export tells apart. */
export interface KindWords {
  readonly noun: () => Noun;
  /** Head of the column of their names. */
  readonly head: () => string;
  /** The tickets of no kind. */
  readonly missing: () => string;
  readonly noneRanked: () => string;
  readonly noneApart: () => string;
  /** The finding about kinds that stand apart: one with a name, one whose name is too long, or several. */
  readonly named: (name: string) => string;
  readonly unnamed: () => string;
  readonly several: (kinds: number) => string;
  readonly subtitle: (span: string, n: number) => string;
}

const named = (name: string): string => say`${name} comes back more often than the rest`;

const category: KindWords = {
  noun: () => [say`category`, say`categories`],
  head: () => say`Category`,
  missing: () => say`No category`,
  noneRanked: () => say`No category has ${count(FEW)} tickets, so none is ranked`,
  noneApart: () => say`No category comes back more often than the rest beyond chance`,
  named,
  unnamed: () => say`One category comes back more often than the rest`,
  several: (kinds) => say`${inWords(kinds, true)} categories come back more often than the rest`,
  subtitle: (span, n) => say`Tickets that came back within seven days of those closed, by category, whole firm, ${span}, %, n\u00a0=\u00a0${count(n)}`,
};

const type: KindWords = {
  noun: () => [say`type`, say`types`],
  head: () => say`Type`,
  missing: () => say`No type`,
  noneRanked: () => say`No type has ${count(FEW)} tickets, so none is ranked`,
  noneApart: () => say`No type comes back more often than the rest beyond chance`,
  named,
  unnamed: () => say`One type comes back more often than the rest`,
  several: (kinds) => say`${inWords(kinds, true)} types come back more often than the rest`,
  subtitle: (span, n) => say`Tickets that came back within seven days of those closed, by type, whole firm, ${span}, %, n\u00a0=\u00a0${count(n)}`,
};

/** The columns that tell kinds of tickets apart, the best first, with their words. */
export const KIND_WORDS = { category, type } as const;
