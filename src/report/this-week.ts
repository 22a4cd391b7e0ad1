import { missedVisits } from '../measures/call-visits.ts';
import { complaintCost } from '../measures/cost.ts';
import { unanswered } from '../measures/unanswered.ts';
import { aimOf } from './aim.ts';
import type { TableName } from '../facts/table.ts';
import { satisfactionBand, statusOfCell } from '../measures/status.ts';
import type { CellValue } from '../measures/measure.ts';
import { weekday, weekOf } from '../time/weeks.ts';
import { phrase, say, translated } from '../language/language.ts';
import { callsBlock, callsOf } from './calls.ts';
import { changesBlock, type Since } from './changes.ts';
import { rateUnit } from './channels.ts';
import { endSaid, JUDGED, tellsOfNobody, withEndNote } from './ended.ts';
import { capital } from './ended-words.ts';
import { complaintRate, complaintsAnswered, firstResponse, hoursReturned, resolution, satisfiedAnswers, withinTarget } from './figures.ts';
import { figureOf } from './ledger.ts';
import { fromFirstValue, history, known, WEEKS_SHOWN, windowCell, type Material } from './material.ts';
import type { Page, Section } from './model.ts';
import { arrivalsOnTime, promisesKept } from './promises-figures.ts';
import { rarelyRecorded } from './waiting.ts';
import { windowOf } from './window.ts';
import { duration, FEW, hitsAmong, hitsOf, inWords, longDate, monthName, plural, rate } from './words.ts';

/** A sentence, and after it that a table it is about ends before the as-of day, where it does. */
function withEnd(material: Material, table: TableName, sentence: string): string {
  const end = endSaid(material, table);
  return end === null ? sentence : `${sentence} ${capital(end)}.`;
}

/** One sentence on whether clients are satisfied. */
function satisfied(material: Material): string {
  const cell = known(windowCell(material, 'S1'));
  if (cell !== null) return withEnd(material, 'surveys', answered(material, cell));
  if (windowCell(material, 'S1') === null) return say`No survey was read, so satisfaction is not known.`;
  const end = endSaid(material, 'surveys');
  return end === null
    ? say`No client answered a survey ${windowOf(material, 'S1').within}.`
    : say`${capital(end)}, so whether clients have been satisfied since is not known.`;
}

function answered(material: Material, cell: CellValue): string {
  const { within } = windowOf(material, 'S1');
  const answers = say`${hitsOf(cell.hits, cell.n)} answers ${within}`;
  const status = statusOfCell('share', cell, satisfactionBand(material.context, -1));
  if (cell.n < FEW) return say`Only ${plural(cell.n, 'answer')} came ${within}: too few to tell whether clients are satisfied.`;
  if (status === 'meets') return say`Clients are satisfied: ${answers}, which meets the band.`;
  if (status === 'below') return say`Too few clients are satisfied: ${answers}, below the band.`;
  return say`Whether enough clients are satisfied cannot be told: ${answers}.`;
}

function complaints(material: Material): string | null {
  const cost = complaintCost(material.figures, material.context);
  const isPerContact = cost?.against.measure === 'A11-rate';
  const unit = cost === null ? '' : rateUnit(cost, material.context.settings.courtesy.channels);
  const { per } = cost?.against ?? { per: 0 };
  const now = cost?.history.now ?? null;
  const received = known(windowCell(material, 'A11-count'));
  const end = endSaid(material, 'complaints');
  if (end !== null && !((received?.value ?? 0) > 0)) return say`${capital(end)}, so how many complaints came since is not known.`;
  if (cost === null || now === null || end !== null || endSaid(material, isPerContact ? 'contacts' : 'tickets') !== null)
    return received === null
      ? null
      : withEnd(material, 'complaints', say`${plural(received.value, 'complaint')} came ${windowOf(material, 'A11-count').within}.`);
  if (!(now.exposure > 0)) return say`${plural(now.complaints, 'complaint')} came in ${plural(now.weeks, 'week')}.`;
  const [running, before] = [now.rate, cost.history.baseline?.rate ?? NaN].map((value) => rate(value * per));
  if (cost.start === null) return say`Complaints run at ${running!} per ${unit}; no courtesy programme is dated, so there is no before.`;
  if (!cost.claimed) return say`Complaints run at ${running!} per ${unit}; no change can be told from chance.`;
  return say`Complaints run at ${running!} per ${unit} since ${monthName(cost.start, material.context.asOf)}, ${before!} before.`;
}

const solvedWords = ({ n, value }: CellValue): string =>
  n === 1 ? say`The one ticket solved took ${duration(value)}.` : say`Half of ${plural(n, 'ticket')} were solved within ${duration(value)}.`;

/** How fast tickets are answered, or solved where no export says when they are answered. */
function response(material: Material): string | null {
  const first = known(windowCell(material, 'F1-elapsed'));
  const end = endSaid(material, 'tickets');
  if (first !== null) {
    const waiting = end === null ? (unanswered(material.context)?.(-1).count ?? 0) : 0;
    const rarely = rarelyRecorded(material);
    const unknown = rarely === null ? '' : say`; ${rarely} have none on record`;
    const open = rarely === null && waiting * 4 > first.n ? say`; ${plural(waiting, 'open one waits', 'open ones wait')} for one` : unknown;
    const half =
      first.n === 1
        ? say`The one ticket answered had its answer within ${duration(first.value)}`
        : say`Half of ${plural(first.n, 'ticket')} had an answer within ${duration(first.value)}`;
    return withEnd(material, 'tickets', `${half}${open}.`);
  }
  if (material.facts.tables.tickets === undefined) return null;
  if (material.figures.grid('F1-elapsed', 'window') !== null)
    return end === null
      ? say`No first answer is on record ${windowOf(material, 'F1-elapsed').within}.`
      : say`${capital(end)}, so how fast tickets have been answered since is not known.`;
  const solved = known(windowCell(material, 'F2-elapsed'));
  const unknown = say`How fast tickets are answered is not available from these exports.`;
  const half = solved === null ? [] : [solvedWords(solved)];
  return withEnd(material, 'tickets', [unknown, ...half].join(' '));
}

/** How promises were kept, where no survey has more to say. */
function promises(material: Material): string | null {
  const cell = material.facts.tables.surveys === undefined ? known(windowCell(material, 'B21')) : null;
  return cell === null ? null : say`We kept ${hitsAmong(cell.hits, plural(cell.n, 'promise'))} in time.`;
}

/** What is below its aim, satisfaction apart: it is said before all else. */
function below(material: Material): readonly string[] {
  const aim = aimOf(material);
  const isBelow = (measure: string) => {
    const cell = known(windowCell(material, measure));
    return cell !== null && statusOfCell('share', cell, aim) === 'below' ? cell : null;
  };
  const late = isBelow('F4');
  const slow = isBelow('D3');
  return [
    ...(late === null ? [] : [say`Only ${hitsOf(late.hits, late.n)} tickets had an answer within target.`]),
    ...(slow === null ? [] : [say`Only ${hitsOf(slow.hits, slow.n)} complaints had one within 24\u00a0h.`]),
  ];
}

const MOST_WORDS = 60;
/** Sunday, as `weekday` counts. */
const LAST_DAY = 7;
const wordsIn = (sentence: string) => sentence.split(' ').length;

/** The sentences of the lead: bad news first, the call last, and as many of the others as sixty words hold. */
function leadOf(material: Material, called: string | null): string {
  const first = satisfied(material);
  const cell = known(windowCell(material, 'S1'));
  const bad = below(material);
  const others = [complaints(material), response(material), promises(material)].filter((sentence) => sentence !== null);
  const isBad = cell !== null && cell.n >= FEW && statusOfCell('share', cell, satisfactionBand(material.context, -1)) === 'below';
  const ordered = isBad ? [first, ...bad, ...others] : [...bad, first, ...others];
  const last = called === null ? [] : [called];
  let room = MOST_WORDS - wordsIn(last.join(' '));
  const kept = ordered.filter((sentence) => {
    room -= wordsIn(sentence);
    return room >= 0;
  });
  return [...kept, ...last].join(' ');
}

function callsSentence(material: Material, clients: number): string | null {
  const judged = JUDGED.some((table) => material.facts.tables[table] !== undefined) || missedVisits(material.context) !== null;
  if (material.clients.length === 0 || !judged) return null;
  if (clients === 0) return tellsOfNobody(material) ? say`No client needs a call.` : say`These exports do not tell who needs a call.`;
  return clients === 1 ? say`One client needs a call.` : say`${inWords(clients, true)} clients need a call.`;
}

const MOST_FIGURES = 6;
const NO_FIGURES = phrase`No headline figure can be made from these exports. The pages about satisfaction, complaints and response say what to record.`;

function figuresSection(material: Material): Section {
  const specs = [
    satisfiedAnswers(material),
    firstResponse(material),
    ...(material.figures.grid('F1-elapsed', 'window') === null ? [resolution(material)] : []),
    withinTarget(material, 'F4'),
    complaintRate(material),
    hoursReturned(material),
    complaintsAnswered(material),
    promisesKept(material),
    arrivalsOnTime(material),
  ].filter(
    ({ measure }) =>
      fromFirstValue(history(material, measure, 'window', 1)).cells.length > 0 ||
      fromFirstValue(history(material, measure, 'week', WEEKS_SHOWN)).cells.length > 0,
  );
  const shown = specs.slice(0, MOST_FIGURES);
  if (shown.length === 0)
    return { id: 'figures', head: say`Figures`, note: say`Six at most, each with its interval.`, blocks: [{ kind: 'prose', words: translated(NO_FIGURES) }] };
  return {
    id: 'figures',
    head: shown.length === 1 ? say`One figure` : say`${inWords(shown.length, true)} figures`,
    note: say`Bar and small figures: 95\u00a0% interval. Shaded: where it should lie. Line: 53 weeks, newest at the dot; a gap is a week without data.`,
    blocks: [{ kind: 'figures', figures: shown.map((spec) => figureOf(material, withEndNote(material, spec))) }],
  };
}

/** The first page: are we all right, what changed, whom to call. */
export function thisWeek(material: Material, since: Since): Page {
  const calls = callsOf(material);
  const called = callsSentence(material, calls.length);
  const isListed = called !== null && (calls.length > 0 || tellsOfNobody(material));
  return {
    path: '',
    nav: say`This week`,
    tab: say`This week`,
    head: say`Week of ${longDate(weekOf(material.context.asOf))}`,
    note: `${say`From ${plural(material.facts.files.length, 'file')}.`} ${weekday(material.context.asOf) === LAST_DAY ? say`The running week is left out.` : say`This week is not over.`}`,
    title: leadOf(material, called),
    lead: true,
    intro: '',
    sections: [
      figuresSection(material),
      ...(isListed
        ? [{ id: 'calls', head: say`Needs a call`, note: say`Sorted by the last time we spoke, longest ago first.`, blocks: [callsBlock(material, calls)] }]
        : []),
      changesBlock(material, since),
    ],
  };
}
