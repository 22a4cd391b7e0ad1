import type { TableName } from '../facts/table.ts';
import type { Call } from '../measures/calls.ts';
import { satisfactionBand, statusOfCell } from '../measures/status.ts';
import { dayOf } from '../time/weeks.ts';
import { behindSection } from './behind.ts';
import { callsOf, reasonSentence } from './calls.ts';
import { complaintsByMonth, quartersSection } from './client-periods.ts';
import { FIRST_RESPONSE } from './clocks.ts';
import { endSaid, tellsOfNobody, withEndNote } from './ended.ts';
import { capital } from './ended-words.ts';
import { firstResponse, satisfiedAnswers, withinTarget } from './figures.ts';
import { figureOf, type FigureSpec } from './ledger.ts';
import { known, windowCell, type Material } from './material.ts';
import type { Page, Section } from './model.ts';
import type { ClientShare } from './share-model.ts';
import { speedSpread } from './speed.ts';
import { talkingSection } from './talking.ts';
import { waiting, waitingHead, waitingSentence } from './waiting.ts';
import { say } from '../language/language.ts';
import { windowOf, windowSpan } from './window.ts';
import { count, date, duration, FEW, hitsAmong, listed, plural, statusSays } from './words.ts';

const made = new WeakMap<Material, ReadonlyMap<number, Call>>();

/** Why a client needs a call; null where no rule asks for one. */
function callOf(material: Material, client: number): Call | null {
  const calls = made.get(material) ?? new Map(callsOf(material).map((call) => [call.client, call]));
  made.set(material, calls);
  return calls.get(client) ?? null;
}

/** What the rules say where they ask for nothing. */
function noCall(material: Material, client: number): string {
  const { facts, context } = material;
  const { start, end } = facts.clients.list[client]!;
  if (end < context.end) return say`The contract ended on ${date(dayOf(end, context.zone))}, so no rule applies.`;
  if (start >= context.end) return say`The contract begins on ${date(dayOf(start, context.zone))}, so no rule applies yet.`;
  return tellsOfNobody(material) ? say`No rule asks for a call.` : say`These exports do not tell whether a call is due.`;
}

const complaintCount = (end: string | null): FigureSpec => ({
  measure: 'A11-count',
  kind: 'count',
  name: say`Complaints`,
  href: 'complaints/',
  note: (_, over) => (end === null ? say`formal ones received, ${over}` : say`formal ones received; ${end}`),
  target: null,
  leastRows: 0,
  emptyNote: say`no complaint log reaches back so far`,
});

function figuresSection(material: Material, client: number): readonly Section[] {
  const untargeted = (within: string): string => say`no ticket with a target ${within}`;
  const specs = [
    satisfiedAnswers(material, client),
    { ...firstResponse(material), emptyNote: (within: string) => say`no first answer on record ${within}` },
    { ...withinTarget(material, 'F4'), emptyNote: untargeted },
    { ...withinTarget(material, 'F5'), emptyNote: untargeted },
    complaintCount(endSaid(material, 'complaints')),
  ].filter(({ measure }) => known(windowCell(material, measure)) !== null);
  if (specs.length === 0) return [];
  const figures = specs.map((spec) => figureOf(material, withEndNote(material, spec), client));
  const note = say`Bar and small figures: 95\u00a0% interval. Shaded: where it should lie. Line: 53 weeks; a gap is a week with too few rows.`;
  return [{ id: 'figures', head: say`Figures`, note, blocks: [{ kind: 'figures', figures }] }];
}

function speedSection(material: Material, client: number): readonly Section[] {
  const chart = speedSpread(material, FIRST_RESPONSE, 'working', {
    id: `client-${material.clients[client]!.slug}-first-response`,
    who: say`this client`,
    client,
  });
  if (chart === null) return [];
  const hours = say`In our opening hours: nights, weekends and holidays do not count. Up to 150 tickets, one dot each.`;
  const note = [hours, ...endSentences(material, ['tickets'])].join(' ');
  return [{ id: 'speed', head: say`How fast we answered`, note, blocks: [{ kind: 'chart', chart }] }];
}

function waitingSection(material: Material, client: number): readonly Section[] {
  const found = waiting(material, client);
  if (found === null) return [];
  return [
    {
      id: 'unanswered',
      head: waitingHead(material),
      note: say`Open at the end of the as-of day, on the elapsed clock.`,
      blocks: [{ kind: 'prose', words: waitingSentence(material, found) }],
    },
  ];
}

/** Measures that the page tells a client's period by. */
const TOLD = ['S1', 'F1-elapsed', 'A1-tickets', 'A2-sent', 'A11-count'];

const counted = (material: Material, client: number) => TOLD.some((measure) => known(windowCell(material, measure, client)) !== null);

function titleOf(material: Material, client: number, call: Call | null): string {
  const cell = known(windowCell(material, 'S1', client));
  if (cell !== null)
    return say`${hitsAmong(cell.hits, plural(cell.n, 'answer'))} satisfied, ${statusSays(statusOfCell('share', cell, satisfactionBand(material.context, client)))}`;
  if (call !== null) return reasonSentence(material, client, call.reasons[0]!);
  if (!counted(material, client)) return say`Nothing on record can be counted`;
  const end = endSaid(material, 'surveys');
  if (windowCell(material, 'S1') !== null) return end === null ? say`No answer to a survey ${windowOf(material, 'S1').within}` : capital(end);
  const response = known(windowCell(material, 'F1-elapsed', client));
  return response === null || response.n < FEW
    ? say`No survey is on record`
    : say`Half of ${plural(response.n, 'ticket')} had an answer within ${duration(response.value)}`;
}

/** A sentence for each way in which tables end before the as-of day. */
const endSentences = (material: Material, tables: readonly TableName[]): readonly string[] =>
  [...new Set(tables.flatMap((table) => endSaid(material, table) ?? []))].map((end) => `${capital(end)}.`);

/** What the client had of us in the window, in one sentence, and which exports end within it. */
function introOf(material: Material, client: number): string {
  const amount = (measure: string, told: (value: number) => string) => {
    const cell = known(windowCell(material, measure, client));
    return cell === null ? [] : [told(cell.value)];
  };
  const parts = [
    ...amount('A1-tickets', (value) => say`${plural(value, 'ticket')} opened`),
    ...amount('A2-sent', (value) => say`${plural(value, 'survey')} sent`),
    ...amount('A11-count', (value) => say`${plural(value, 'formal complaint')} received`),
  ];
  const target = satisfactionBand(material.context, client);
  const own = satisfactionBand(material.context, -1);
  const agreed = target.side === 'band' && own.side === 'band' && (target.low !== own.low || target.high !== own.high);
  const band = agreed ? say` The band agreed with this client is ${count(target.low * 100)} to ${count(target.high * 100)}\u00a0%.` : '';
  const what = parts.length === 0 ? say`The exports hold no dated ticket, survey or complaint of this client` : listed(parts);
  return [`${what}, ${windowSpan(material)}.${band}`, ...endSentences(material, ['tickets', 'surveys', 'complaints'])].join(' ');
}

/** One client's page: why to call, its figures, what it answered, how fast it was answered, what it complained of. `share` says how the page that it is sent stands. */
export function clientPage(material: Material, client: number, share?: ClientShare): Page {
  const { name, slug } = material.clients[client]!;
  const manager = material.facts.clients.list[client]!.accountManager;
  const call = callOf(material, client);
  return {
    path: `clients/${slug}/`,
    nav: '',
    tab: name,
    head: name,
    note: manager === null ? say`No account manager is named.` : say`Account manager: ${manager}.`,
    title: titleOf(material, client, call),
    lead: false,
    intro: introOf(material, client),
    sections: [
      talkingSection(material, client, { call, noCall: noCall(material, client), prepared: share?.state === 'shared' }),
      ...figuresSection(material, client),
      ...quartersSection(material, client),
      ...speedSection(material, client),
      ...complaintsByMonth(material, client),
      ...waitingSection(material, client),
      ...behindSection(material, client),
    ],
  };
}
