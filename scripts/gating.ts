import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { namesFile } from '../src/exports/pattern.ts';
import type { Finding } from '../src/gates/finding.ts';
import { findingsOf, verdictOf, type Verdict } from '../src/gates/gates.ts';
import type { Compared } from '../src/gates/restated.ts';
import type { Lost } from '../src/gates/lost.ts';
import type { Traces } from '../src/gates/traces.ts';
import { speaking } from '../src/language/language.ts';
import type { Report } from '../src/report/model.ts';
import type { Settings } from '../src/settings.ts';
import { published, type Place } from './versions.ts';

/** File of a version that holds what the next build's gates ask of it. */
export const TRACES = 'traces.json';

/** The published build as far as the next one's gates ask. */
export interface Before {
  /** Name of the version, null where none is published. */
  readonly name: string | null;
  /** Null where none is published, or it left none that can be read. */
  readonly traces: Traces | null;
  /** Findings that it stands in spite of. */
  readonly carried: readonly Pick<Finding, 'id' | 'basis'>[];
}

async function json<Told>(file: string): Promise<Told | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Told;
  } catch {
    return null;
  }
}

/** What the published version tells the gates. */
export async function beforeAt(place: Place): Promise<Before> {
  const name = published(place);
  if (name === null) return { name, traces: null, carried: [] };
  const folder = join(place.versions, name);
  const traces = await json<Traces>(join(folder, TRACES));
  const told = await json<{ gates?: { findings?: readonly Finding[] } }>(join(folder, 'build.json'));
  return { name, traces: traces?.schema === 1 ? traces : null, carried: told?.gates?.findings ?? [] };
}

/** What a build brings to its gates. */
export interface Brought {
  readonly report: Report;
  readonly gated: { readonly traces: Traces; readonly lost: Lost | null } | undefined;
  readonly settings: Settings;
  readonly before: Before;
  readonly compared: Compared | null;
  readonly asOf: string | undefined;
  readonly today: string;
  readonly confirm: readonly string[];
}

/** Whether the settings leave this file alone; of an archive's file only the path is known. */
function isIgnored(file: string, ignore: readonly string[]): boolean {
  const archive = /^(.+?\.zip)\//i.exec(file)?.[1];
  return ignore.some((pattern) => namesFile(pattern, { name: file, ...(archive !== undefined && { archive }) }));
}

/** What the gates say of a build; nothing where it does not tell them what it is made of. */
export function gatesOf({ report, gated, settings, before, compared, asOf, today, confirm }: Brought): Verdict {
  if (gated === undefined) return verdictOf([], confirm);
  const { traces, lost } = gated;
  const given = {
    report,
    traces,
    before: before.traces === null || lost === null ? null : { traces: before.traces, lost },
    unread: before.traces === null ? before.name : null,
    compared,
    carried: before.carried,
    first: before.name === null,
    today,
    asked: asOf ?? settings.as_of ?? null,
  };
  const findings = (): readonly Finding[] => findingsOf(given, settings, (file) => isIgnored(file, settings.ignore));
  return verdictOf(findings(), confirm, speaking(settings.firm.locale, findings));
}

const about = ({ about: what }: Finding): string => (what === '' ? '' : `${what}: `);

/** A finding on one line: its name, where, what, and what to do. */
export function findingText(finding: Finding): string {
  return `${about(finding)}${finding.says}; ${finding.advice}`;
}

/** What became of a finding, in a word. */
export function stateOf({ id }: Finding, { held, confirmed }: Verdict): 'held' | 'confirmed' | 'warned' {
  if (held.some((one) => one.id === id)) return 'held';
  return confirmed.includes(id) ? 'confirmed' : 'warned';
}

/** The flag that publishes in spite of everything that holds this build, with what was confirmed already. */
export function confirmFlag({ held, confirmed }: Verdict): string {
  return `--confirm ${[...confirmed, ...held.map(({ id }) => id)].join(',')}`;
}

const ENDS = { confirmed: 'it was confirmed', warned: 'it only warns' } as const;

function lineOf(finding: Finding, verdict: Verdict): string {
  const state = stateOf(finding, verdict);
  const end = state === 'held' ? `to publish all the same: --confirm ${finding.id}` : ENDS[state];
  return `gate ${finding.id}: ${findingText(finding)}; ${end}`;
}

/** What the gates found, a line each, those that hold the publish last; and every name that was confirmed for nothing. */
export function gateLines(verdict: Verdict): readonly string[] {
  const isHeld = (finding: Finding) => stateOf(finding, verdict) === 'held';
  const there = verdict.findings.length === 0 ? 'no gate found anything' : `there is ${verdict.findings.map(({ id }) => id).join(', ')}`;
  return [
    ...verdict.unknown.map((name) => `--confirm ${name}: no gate found this in this build; nothing was confirmed by it; ${there}`),
    ...[...verdict.findings.filter((one) => !isHeld(one)), ...verdict.held].map((finding) => lineOf(finding, verdict)),
  ];
}
