import type { Report } from '../report/model.ts';
import type { Settings } from '../settings.ts';
import { aheadFindings } from './ahead.ts';
import { namedApart, type Finding, type FindingWords } from './finding.ts';
import type { Lost } from './lost.ts';
import { lostClientColumnFindings } from './lost-client-columns.ts';
import { lostClientFindings } from './lost-clients.ts';
import { lostColumnFindings } from './lost-columns.ts';
import { lostFileFindings } from './lost-files.ts';
import { movedLinksFindings } from './moved-links.ts';
import { refusedFindings } from './refused.ts';
import { restatedFindings, type Compared } from './restated.ts';
import { rowsDropFindings } from './rows-drop.ts';
import { staleFindings } from './stale.ts';
import type { Traces } from './traces.ts';
import { unreadFindings } from './unread.ts';

/** Everything that the gates look at. */
export interface Gated {
  readonly report: Report;
  readonly traces: Traces;
  /** What the published build left behind and this one lacks of it; null where none is published, or nothing of it can be read. */
  readonly before: { readonly traces: Traces; readonly lost: Lost } | null;
  /** Name of the published build where nothing that it left behind can be read, else null. */
  readonly unread: string | null;
  /** The report that restatements were told from, null without one. */
  readonly compared: Compared | null;
  /** Findings that the published site already stands in spite of. */
  readonly carried: readonly Pick<Finding, 'id' | 'basis'>[];
  /** Whether a site is published that a hold would keep. */
  readonly first: boolean;
  readonly today: string;
  /** Last day of the report where it was asked for, null where the exports decided. */
  readonly asked: string | null;
}

function found(
  { report, traces, before, unread, compared, today, asked }: Gated,
  gates: Settings['gates'],
  ignored: (file: string) => boolean,
): readonly Finding[] {
  const lost = before === null ? null : { ...before.lost, files: before.lost.files.filter(({ file }) => !ignored(file)) };
  return [
    ...staleFindings(traces.newest, today, asked, gates),
    ...aheadFindings(report, today, gates),
    ...(unread === null ? [] : unreadFindings(gates, unread)),
    ...(before === null ? [] : rowsDropFindings(before.traces.tables, traces.tables, gates)),
    ...refusedFindings(report, gates),
    ...(before === null || lost === null ? [] : lostClientFindings(lost, before.traces, traces.listed, gates)),
    ...(before === null || lost === null ? [] : lostFileFindings(lost, before.traces.tables, report.files, gates)),
    ...(before === null || lost === null ? [] : lostColumnFindings(before.traces, traces, lost, gates)),
    ...(before === null ? [] : lostClientColumnFindings(before.traces, traces, gates)),
    ...restatedFindings(report, compared, gates),
    ...(before === null ? [] : movedLinksFindings(report.shares, before.traces, traces, gates)),
  ];
}

/**
 * What the gates find, each finding with a name of its own. It holds, but warns where its gate says so, where the published site
 * stands in spite of the very same, and at the first build of a place unless the settings write the gate: there is no site to keep.
 */
export function findingsOf(given: Gated, { gates }: Pick<Settings, 'gates'>, ignored: (file: string) => boolean = () => false): readonly Finding[] {
  const carried = new Set(given.carried.map(({ id, basis }) => `${id}\0${basis}`));
  return namedApart(found(given, gates, ignored)).map((finding) => {
    const lets = (given.first && !gates[finding.gate].written) || carried.has(`${finding.id}\0${finding.basis}`);
    return lets ? { ...finding, grade: 'warn' } : finding;
  });
}

/** What becomes of a build. */
export interface Verdict {
  readonly findings: readonly Finding[];
  /** Those that hold the publish: graded so, and not confirmed. */
  readonly held: readonly Finding[];
  /** What the findings say in the language of the report, by their names. */
  readonly told: ReadonlyMap<string, FindingWords>;
  /** Names of the findings that would hold it and were confirmed. */
  readonly confirmed: readonly string[];
  /** Names that were confirmed and that nothing was found by. */
  readonly unknown: readonly string[];
}

/** Findings against the names that somebody confirmed; `told` are the same findings in the language of the report. */
export function verdictOf(findings: readonly Finding[], confirm: readonly string[], told: readonly Finding[] = findings): Verdict {
  const names = new Set(confirm);
  const holding = findings.filter(({ grade }) => grade === 'hold');
  return {
    findings,
    told: new Map(told.map(({ id, about, says, advice }) => [id, { about, says, advice }])),
    held: holding.filter(({ id }) => !names.has(id)),
    confirmed: holding.filter(({ id }) => names.has(id)).map(({ id }) => id),
    unknown: [...names].filter((name) => !findings.some(({ id }) => id === name)),
  };
}
