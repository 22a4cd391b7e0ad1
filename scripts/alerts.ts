import { issueText, severityOf, type Issue } from '../src/issue.ts';
import type { Report } from '../src/report/model.ts';
import { callsIn } from './digest.ts';
import { findingText, stateOf } from './gating.ts';
import type { Told } from './told.ts';

/** One thing that somebody or something should act on. */
export interface Alert {
  /** critical: nothing was published; warning: look at it; notice: do it this week. */
  readonly severity: 'critical' | 'warning' | 'notice';
  /** Permanent: `error-CODE` of an issue, `gate-NAME` of a gate, `table-ends`, `below-target`, `needs-call`. */
  readonly code: string;
  /** Name of the gate's finding, to confirm it by; null for other alerts. */
  readonly finding: string | null;
  /** Id of the client, null where the firm is meant. */
  readonly client: string | null;
  /** Id of the measure, null where none is meant. */
  readonly measure: string | null;
  readonly value: number | null;
  /** The same in the published build, null where nothing is compared. */
  readonly was: number | null;
  readonly text: string;
}

function gateAlerts({ verdict }: Told): readonly Alert[] {
  return (verdict?.findings ?? []).map((finding) => ({
    severity: stateOf(finding, verdict!) === 'held' ? 'critical' : 'warning',
    code: `gate-${finding.gate.replaceAll('_', '-')}`,
    finding: finding.id,
    client: finding.client,
    measure: null,
    value: finding.is,
    was: finding.was,
    text: findingText(finding),
  }));
}

/** Headline figures of the first page that do not reach their target. */
function belowAlerts({ pages, series }: Report): readonly Alert[] {
  const blocks = pages.filter(({ path }) => path === '').flatMap(({ sections }) => sections.flatMap((section) => section.blocks));
  const figures = blocks.flatMap((block) => (block.kind === 'figures' ? block.figures : []));
  return figures
    .filter(({ status }) => status === 'below')
    .map(({ id, name, markText }) => {
      const now = series.find(({ measure, client, grain }) => measure === id && client === null && grain === 'window');
      return {
        severity: 'warning',
        code: 'below-target',
        finding: null,
        client: null,
        measure: id,
        value: now?.value.at(-1) ?? null,
        was: null,
        text: `${name}: ${markText}`,
      };
    });
}

function callAlerts(report: Report): readonly Alert[] {
  return callsIn(report).map(({ head, text, client }) => ({
    severity: 'notice',
    code: 'needs-call',
    finding: null,
    client,
    measure: null,
    value: null,
    was: null,
    text: `${head}: ${text}`,
  }));
}

const saying = (one: Issue, severity: Alert['severity'], code: string): Alert => ({
  severity,
  code,
  finding: null,
  client: null,
  measure: null,
  value: null,
  was: null,
  text: issueText(one),
});

function errorAlerts({ issues, state }: Told): readonly Alert[] {
  if (state !== 'refused') return [];
  return issues.filter((one) => severityOf(one) === 'error').map((one) => saying(one, 'critical', `error-${one.code}`));
}

/** Tables that end long before the others. */
const endAlerts = ({ issues }: Told): readonly Alert[] => issues.filter(({ code }) => code === 'table-ends').map((one) => saying(one, 'warning', one.code));

/** The text of alerts.json: what to act on, worst first; an empty list where nothing is. */
export function alertsJson(told: Told): string {
  const { state, build, report } = told;
  const order = ['critical', 'warning', 'notice'];
  const alerts = [...errorAlerts(told), ...gateAlerts(told), ...endAlerts(told), ...(report === null ? [] : [...belowAlerts(report), ...callAlerts(report)])];
  const sorted = alerts.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return `${JSON.stringify({ schema: 1, state, build, asOf: report?.asOf ?? null, alerts: sorted }, null, 2)}\n`;
}
