import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Verdict } from '../src/gates/gates.ts';
import type { Issue } from '../src/issue.ts';
import type { Report } from '../src/report/model.ts';
import type { Weight } from './contract.ts';
import type { Input } from './inputs.ts';
import { severities } from './messages.ts';
import { own } from './root.ts';
import type { SharesMade } from './shares.ts';
import { rowsOf } from './summary.ts';

/** What is known of a build when its site is whole. */
export interface Built {
  readonly name: string;
  /** 1 for the first version at a place, one more for each further one. */
  readonly sequence: number;
  /** The version that changes are told from, null without one. */
  readonly previous: string | null;
  readonly report: Report;
  readonly issues: readonly Issue[];
  readonly inputs: readonly Input[];
  /** By stage, in ms. */
  readonly durations: Readonly<Record<string, number>>;
  readonly pages: readonly Weight[];
  /** The versions that were published before it, newest first. */
  readonly after: readonly string[];
  /** The day that the gate for stale exports took for today, and what all gates found. */
  readonly today: string;
  readonly verdict: Verdict;
  /** Pages for clients and the search through them, null where none are made. */
  readonly shares: SharesMade | null;
}

function versionIn(packageFile: string): string {
  return (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version;
}

/** The text of build.json: what a site was made of and how long it took. It is no part of the site. */
export function receipt({ name, sequence, previous, after, report, issues, inputs, durations, pages, shares, today, verdict }: Built): string {
  const require = createRequire(import.meta.url);
  const told = {
    schema: 1,
    build: name,
    sequence,
    previous,
    after,
    asOf: report.asOf,
    versions: {
      courtesy: versionIn(own('package.json')),
      astro: versionIn(require.resolve('astro/package.json')),
      node: process.versions.node,
    },
    inputs,
    counts: {
      files: report.files.length,
      rows: rowsOf(report.files),
      facts: report.facts,
      clients: report.clients.length,
      pages: report.pages.length,
      issues: severities(issues),
      ...(shares === null ? {} : { shares }),
    },
    gates: { today, findings: verdict.findings, confirmed: verdict.confirmed },
    durations,
    pages,
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}
