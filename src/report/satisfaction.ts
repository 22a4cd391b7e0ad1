import { scaleSince } from '../measures/answer-scales.ts';
import { scalesInLine } from './answer-scales.ts';
import { satisfactionBand, statusOfCell } from '../measures/status.ts';
import { answersSection } from './answers.ts';
import { askingSection } from './asking.ts';
import { endSaid } from './ended.ts';
import { capital } from './ended-words.ts';
import { formulaSection } from './formulas.ts';
import { withGrains } from './grains.ts';
import { FIRM, fromFirstValue, history, known, sourceOf, span, windowCell, type History, type Material } from './material.ts';
import type { Page, Section } from './model.ts';
import { movedSection } from './moved.ts';
import { processChart, processOf, signalsNow } from './process.ts';
import { answerRateSection, clientBand, satisfactionByClient } from './satisfaction-clients.ts';
import { satisfactionByCategory } from './satisfaction-categories.ts';
import { metSection } from './satisfaction-met.ts';
import { qualitySection } from './satisfaction-quality.ts';
import { tenureSection } from './satisfaction-tenure.ts';
import { templateBlocks } from './template.ts';
import { trendTitle } from './trend.ts';
import { say } from '../language/language.ts';
import { windowOf } from './window.ts';
import { count, date, FEW, hitsAmong, hitsOf, percent, plural, range, SOME, statusSays } from './words.ts';

const MOST_WEEKS = 105;

/** The weeks of satisfaction, from the first whole week on the scale that answers are given on now. */
function weeks(material: Material, since: number | null): History {
  const { starts, cells } = history(material, 'S1', 'week', MOST_WEEKS);
  const from = since === null ? 0 : starts.findIndex((start) => start >= since);
  return from === -1 ? { starts: [], cells: [] } : fromFirstValue({ starts: starts.slice(from), cells: cells.slice(from) });
}

function trendSection(material: Material): readonly Section[] {
  const since = scaleSince(material.context);
  const shown = weeks(material, since);
  if (shown.starts.length === 0) return [];
  const process = processOf('share', shown, []);
  const chart = processChart(process, {
    id: 'satisfaction-by-week',
    measure: 'S1',
    title: trendTitle(process, say`answers`),
    subtitle: say`Positive answers of all answers, whole firm, per week, ${span(shown.starts[0]!, material.context.asOf)}, %, n\u00a0=\u00a0${count(process.total)}`,
    foot: sourceOf(material, ['surveys'], shown.starts[0]),
    band: clientBand(material, FIRM),
    rows: say`answers`,
  });
  const changed = since === null ? '' : say` The answers changed their scale on ${date(since)}; the weeks before are not joined to these.`;
  const note = `${say`Weeks with fewer than 10 answers are gaps; those under 20 set no limits.`}${changed}${scalesInLine(material, shown.starts[0]!)}`;
  const blocks = withGrains(material, [{ kind: 'chart', chart }], {
    measure: 'S1',
    reading: 'share',
    id: 'satisfaction',
    what: say`Positive answers of all answers, whole firm`,
    unit: '%',
    rows: say`answers`,
    tables: ['surveys'],
    band: clientBand(material, FIRM),
    events: [],
    lines: [{ name: say`satisfied` }],
    since,
  });
  return [{ id: 'trend', head: say`The trend`, note, blocks }];
}

function finding(material: Material): { readonly title: string; readonly intro: string } {
  const cell = known(windowCell(material, 'S1'));
  const end = endSaid(material, 'surveys');
  if (cell === null)
    return {
      title: end === null ? say`No client answered a survey ${windowOf(material, 'S1').within}` : capital(end),
      intro: say`Nothing can be told of these weeks. What was answered before stands below.`,
    };
  const band = clientBand(material, FIRM);
  const status = statusOfCell('share', cell, satisfactionBand(material.context, -1));
  const title = say`${hitsAmong(cell.hits, plural(cell.n, 'answer'))} satisfied, ${statusSays(status)}`;
  const assumed = cell.assumed ? say` Answers without a time stand on the day that their ticket was resolved.` : '';
  const aim = say`The band is ${band.text}.`;
  if (cell.n < FEW) return { title, intro: `${aim} ${say`Under ten answers no percentage is given.`}${assumed}` };
  const process = processOf('share', weeks(material, scaleSince(material.context)), []);
  const limited = process.segments.at(-1)?.chart.limited ?? false;
  const signals = !limited
    ? say` The weeks are too few to tell a change.`
    : signalsNow(process).length === 0
      ? say` The weeks show no change beyond chance.`
      : '';
  const above = cell.low > band.high! ? say` That is above the band, which asks for nothing more.` : '';
  const ends = range(cell.low, cell.high, (end) => percent(end, cell.n));
  const { within } = windowOf(material, 'S1');
  const share =
    cell.n < SOME
      ? say`The interval of the share is ${ends}\u00a0%; ${hitsOf(cell.hits, cell.n)} answers ${within} were positive.`
      : say`${capital(within)} ${percent(cell.value, cell.n)}\u00a0% of ${plural(cell.n, 'answer')} were positive, with an interval of ${ends}\u00a0%.`;
  return { title, intro: `${share} ${aim}${above}${signals}${assumed}` };
}

/** The page about whether clients are satisfied, and whether they are asked. */
export function satisfactionPage(material: Material): Page {
  const base = {
    path: 'satisfaction/',
    nav: say`Satisfaction`,
    tab: say`Satisfaction`,
    head: say`Satisfaction`,
    note: say`What clients answered when we asked.`,
    lead: false,
  };
  if (material.figures.grid('S1', 'window') === null) {
    return {
      ...base,
      title: say`No survey is on record`,
      intro: say`No export holds answers of clients. Ask after every ticket, and keep the answers with the columns below.`,
      sections: [
        {
          id: 'template',
          head: say`What to record`,
          note: say`A spreadsheet saved as CSV is enough.`,
          blocks: templateBlocks('surveys'),
        },
      ],
    };
  }
  const moved = (of: Material) =>
    movedSection(of, { measure: 'S1', id: 'satisfaction-moved', name: say`Satisfaction`, rows: say`Answers`, tables: ['surveys'] });
  const sections = [
    trendSection,
    answersSection,
    formulaSection,
    satisfactionByClient,
    moved,
    satisfactionByCategory,
    metSection,
    qualitySection,
    tenureSection,
    answerRateSection,
    askingSection,
  ];
  return { ...base, ...finding(material), sections: sections.flatMap((section) => section(material)) };
}
