import { speaking } from '../src/language/language.ts';
import { oneLine } from './command.ts';
import { callsIn, changeOf, nobodyText, sinceIn, stoppedText } from './digest.ts';
import { confirmFlag, findingText, stateOf } from './gating.ts';
import { issueLines } from './messages.ts';
import { counted, issuesLine, readLine, reportLine } from './summary.ts';
import type { Told } from './told.ts';

const MOST_LINES = 40;
const MOST_FINDINGS = 20;

/** A text that Markdown and HTML leave as it is, on one line. */
function plain(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]{}|~#$!]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replaceAll('://', ':&#47;&#47;')
    .replace(/(www)\./gi, '$1&#46;');
}

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

function headingOf({ firm, state, report }: Told): string {
  const up = report === null ? '' : `, up to ${report.asOf}`;
  return `# ${plain(firm)}: report ${state}${up}`;
}

const number = (value: number | null): string => (value === null ? '–' : String(Number(value.toFixed(1))));

function gatesText({ verdict }: Told): readonly string[] {
  if (verdict === null) return [];
  const { findings, held, unknown } = verdict;
  // Those that hold the build come first, so that others are left out before them.
  const shown = [...held, ...findings.filter((one) => !held.includes(one))].slice(0, MOST_FINDINGS);
  const more = findings.length - shown.length;
  const rows = shown.map((finding) => {
    const { id, unit, was, is, limit } = finding;
    return `| \`${id}\` | ${stateOf(finding, verdict)} | ${number(was)} | ${number(is)} | ${number(limit)} | ${unit} | ${plain(findingText(finding))} |`;
  });
  return [
    '## Gates',
    ...(rows.length === 0
      ? ['No gate found anything.']
      : [['| finding | state | was | is | limit | unit | |', '|---|---|---|---|---|---|---|', ...rows].join('\n')]),
    ...(more === 0 ? [] : [`${counted(more, 'more finding stands', 'more findings stand')} in the log of the build.`]),
    ...(held.length === 0 ? [] : [`To publish all the same, add \`${confirmFlag(verdict)}\` to the build.`]),
    ...unknown.map((name) => `Confirmed for nothing, as no gate found it: ${plain(name)}`),
  ];
}

function issuesText({ issues }: Told): readonly string[] {
  const lines = issueLines(issues, null);
  const shown = lines.slice(-MOST_LINES);
  const more = lines.length - shown.length;
  return [
    '## What was found wrong',
    `${issuesLine(issues)}.`,
    ...(shown.length === 0 ? [] : [bullets([...(more === 0 ? [] : [`${more} more lines before these stand in the log of the build`]), ...shown.map(plain)])]),
  ];
}

function reportText({ report, build, state }: Told): readonly string[] {
  if (report === null) return [];
  const calls = callsIn(report).map(({ head, text }) => `**${plain(head)}**: ${plain(text)}`);
  const site =
    state === 'published'
      ? [
          `Site: \`internal/index.html\`, build \`${build}\`; every figure: \`internal/data/measures.csv\`; to mail: \`digest.html\`, \`digest.txt\`; for machines: \`alerts.json\`.`,
        ]
      : [];
  return [
    plain(report.pages.find(({ path }) => path === '')?.title ?? ''),
    bullets([plain(readLine(report.files)), plain(reportLine(report))]),
    ...site,
    '## What changed',
    bullets([plain(speaking(report.firm.locale, () => changeOf(report))), ...sinceIn(report, state).map(({ head, text }) => `${plain(head)}: ${plain(text)}`)]),
    '## Needs a call',
    calls.length === 0 ? nobodyText(report) : bullets(calls.slice(0, MOST_LINES)),
  ];
}

/** summary.md: what a build read, found and did, in Markdown. */
export function jobSummary(told: Told): string {
  const stopped = stoppedText(told);
  const parts = [headingOf(told), ...(stopped === null ? [] : [`**${plain(stopped)}**`])];
  const all = told.state === 'published' ? [...parts, ...reportText(told), ...gatesText(told)] : [...parts, ...gatesText(told), ...reportText(told)];
  return `${[...all, ...issuesText(told)].filter((part) => part !== '').join('\n\n')}\n`;
}
