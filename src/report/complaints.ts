import { complaintCost, type Cost } from '../measures/cost.ts';
import { equation } from '../measures/equation.ts';
import { programmeStart } from '../measures/programme-start.ts';
import { againSection } from './complaint-again.ts';
import { causesSection } from './complaint-causes.ts';
import { commitmentsSection } from './complaint-commitments.ts';
import { expectedSection } from './complaint-expected.ts';
import { hoursSection } from './complaint-hours.ts';
import { paradoxSection } from './complaint-paradox.ts';
import { peopleSection } from './complaint-people.ts';
import { silenceSection } from './complaint-silence.ts';
import { say } from '../language/language.ts';
import { dayText } from '../time/weeks.ts';
import { capital } from './ended-words.ts';
import { channelsListed, contactsOver, rateUnit, thousandOver } from './channels.ts';
import { equationBlock } from './equation.ts';
import { withGrains } from './grains.ts';
import { fromFirstValue, history, known, sourceOf, span, windowCell, type Material } from './material.ts';
import type { Block, Cell, Chart, Page, Section, Table } from './model.ts';
import { movedSection } from './moved.ts';
import { processChart, processOf, signalsNow, type Break, type Process } from './process.ts';
import { recoverySections } from './recovery.ts';
import { scopeSection } from './scope.ts';
import { templateBlocks } from './template.ts';
import { turnOf } from './turn.ts';
import { windowOf } from './window.ts';
import { count, date, hitsOf, hours, label, longDate, number, plural, rate } from './words.ts';

const MOST_WEEKS = 131;

const countedContacts = ({ context }: Material) => contactsOver(context.settings.courtesy.channels);

function breaksOf(cost: Cost | null): readonly Break[] {
  if (cost?.start == null) return [];
  return [{ day: cost.start, text: say`Courtesy programme starts, ${date(cost.start)}`, short: [say`Programme starts,`, date(cost.start)] }];
}

/** The means before and after the start of the programme, where a signal says that they differ and the cost claims it; else null. */
function claimedMeans(process: Process, claimed: boolean): { readonly before: number; readonly now: number } | null {
  const [before, now] = process.segments.slice(-2).map(({ chart }) => chart.mean);
  if (!claimed || process.segments.length < 2) return null;
  return signalsNow(process).some((one) => one.side === (now! < before! ? 'below' : 'above')) ? { before: before!, now: now! } : null;
}

function countTitle(process: Process, claimed: boolean): string {
  const means = claimedMeans(process, claimed);
  if (means !== null) {
    const { before, now } = means;
    const [from, to] = [number(Math.round(before)), number(Math.round(now))];
    return now < before ? say`Complaints fell from about ${from} a week to about ${to}` : say`Complaints rose from about ${from} a week to about ${to}`;
  }
  if (signalsNow(process).length > 0) return say`Complaints show ${plural(signalsNow(process).length, 'signal')} against their own mean`;
  const mean = process.segments.at(-1)?.chart.mean ?? null;
  return mean === null ? say`Complaints by week` : say`About ${label(mean)} complaints a week, with no change beyond chance`;
}

function countChart(material: Material, cost: Cost | null): Chart {
  const weeks = fromFirstValue(history(material, 'A11-count', 'week', MOST_WEEKS));
  const process = processOf('count', weeks, breaksOf(cost));
  const period = span(weeks.starts[0] ?? material.context.asOf, material.context.asOf);
  const claimed = cost?.claimed === true;
  const means = claimedMeans(process, claimed);
  const chart = processChart(process, {
    id: 'complaints-by-week',
    measure: 'A11-count',
    title: countTitle(process, claimed),
    subtitle: say`Formal complaints received, whole firm, per week, ${period}, n\u00a0=\u00a0${count(process.total)}`,
    foot: sourceOf(material, ['complaints'], weeks.starts[0]),
    rows: say`complaints`,
  });
  const turn = means === null ? null : turnOf('A11-count', means.now > means.before);
  return turn === null ? chart : { ...chart, turn };
}

function countBlocks(material: Material, cost: Cost | null): readonly Block[] {
  return withGrains(material, [{ kind: 'chart', chart: countChart(material, cost) }], {
    measure: 'A11-count',
    reading: 'count',
    id: 'complaints',
    what: say`Formal complaints received, whole firm`,
    unit: '',
    rows: say`complaints`,
    tables: ['complaints'],
    band: null,
    events: breaksOf(cost).map(({ day, text, short }) => ({ day: dayText(day), text, short })),
    lines: [{ name: say`complaints` }],
  });
}

function contactsChart(material: Material): Chart | null {
  const weeks = fromFirstValue(history(material, 'A9', 'week', MOST_WEEKS));
  if (weeks.starts.length === 0) return null;
  const process = processOf('count', weeks, []);
  const signals = signalsNow(process).length;
  const about = `${count(process.segments[0]!.chart.mean ?? NaN)} ${countedContacts(material)}`;
  return processChart(process, {
    id: 'contacts-by-week',
    title:
      signals === 0
        ? say`About ${about} a week, no week beyond chance`
        : say`About ${about} a week, ${plural(signals, 'signal')} in ${count(weeks.starts.length)} weeks`,
    subtitle: say`Contacts that courtesy is counted for (${channelsListed(material.context.settings.courtesy.channels)}), whole firm, per week, ${span(weeks.starts[0]!, material.context.asOf)}, n\u00a0=\u00a0${count(process.total)}`,
    foot: sourceOf(material, ['contacts'], weeks.starts[0]),
    rows: say`contacts`,
  });
}

/** When the programme began, and where the seconds that it gives each contact are known from. */
function programme({ courtesy }: Cost, start: number): string {
  const began = say`The courtesy programme began on ${date(start)}.`;
  if (courtesy === null) return began;
  const seconds = number(courtesy.seconds);
  if (!courtesy.assumed) return `${began} ${say`Its contacts log ${seconds} seconds more each, in the mean.`}`;
  if (courtesy.logged === 0) return `${began} ${say`Its ${seconds} seconds more for each contact are assumed, not logged.`}`;
  return `${began} ${say`Its ${seconds} seconds more for each contact are a mean: ${hitsOf(courtesy.logged, courtesy.contacts)} contacts log theirs, the others’ are assumed.`}`;
}

/** Why nothing is claimed of a programme with weeks before it. */
function whyNothing({ unclaimed }: Cost): string {
  if (unclaimed === 'ended') return say`An export ends before the last day of this report, so nothing is claimed.`;
  if (unclaimed === 'no-difference') return say`The interval of the difference does not exclude zero, so nothing is claimed.`;
  if (unclaimed === 'other-side') return say`The weekly rates show no signal on the side of the change, so nothing is claimed.`;
  return say`The weekly rates show no signal, so nothing is claimed.`;
}

/** The page's h1 and the paragraph under it. */
function finding(material: Material, cost: Cost | null): { readonly title: string; readonly intro: string } {
  const received = known(windowCell(material, 'A11-count'));
  const plain =
    received === null ? say`No complaint is on record` : say`${plural(received.value, 'formal complaint')} ${windowOf(material, 'A11-count').within}`;
  const now = cost?.history.now ?? null;
  if ((cost === null || now === null) && programmeStart(material.context) !== null) {
    return { title: plain, intro: say`The newest weeks are not known from these exports, so there is nothing to set against the weeks before the programme.` };
  }
  if (cost === null || now === null || cost.start === null) {
    return { title: plain, intro: say`No courtesy programme is dated, so there is no before and after. Give its first day under courtesy in settings.yaml.` };
  }
  const { baseline } = cost.history;
  if (baseline === null) return { title: plain, intro: say`Fewer than 12 weeks with data lie before ${longDate(cost.start)}: nothing can be compared yet.` };
  const rates = say`Complaints have run at ${rate(now.rate * cost.against.per)} per ${rateUnit(cost, material.context.settings.courtesy.channels)} since then, against ${rate(baseline.rate * cost.against.per)} before.`;
  const since = programme(cost, cost.start);
  if (!cost.claimed) return { title: say`No change in complaints can be told from chance`, intro: `${since} ${rates} ${whyNothing(cost)}` };
  const change = Math.round((1 - now.rate / baseline.rate) * 100);
  const size = count(Math.abs(change));
  return {
    title:
      change >= 0
        ? say`Since the courtesy programme began, complaints run ${size}\u00a0% lower`
        : say`Since the courtesy programme began, complaints run ${size}\u00a0% higher`,
    intro: `${since} ${rates} ${say`Other things changed too: this page shows the timing, not the cause.`}`,
  };
}

/** What is multiplied: the equation, the sentence and the table give the same products. */
const inputs = (cost: Cost) => ({
  contacts: cost.courtesy!.contactsAWeek,
  seconds: cost.courtesy!.seconds,
  avoided: Math.max(0, cost.avoided?.value ?? 0),
  hoursEach: cost.perComplaint.mean,
});

const SECONDS = [15, 30, 60, 120];

function scenarioTable(cost: Cost): Table {
  const now = Math.round(cost.courtesy!.seconds);
  const each = [...new Set([...SECONDS, now])].sort((a, b) => a - b);
  const { contacts, avoided, hoursEach } = inputs(cost);
  const machine = (text: string, value: number | null, strong: boolean): Cell => ({ text, value, strong });
  return {
    caption: cost.claimed
      ? say`The same ${number(Math.abs(cost.avoided!.value))} complaints, if each contact took longer. Breaks even in complaints a week.`
      : say`What each contact’s extra time costs. Breaks even in complaints a week.`,
    columns: [say`Seconds more`, say`Spent a week`, say`Breaks even at`, ...(cost.claimed ? [say`Net a week`] : [])].map((name, at) => ({
      name,
      numeric: at > 0,
    })),
    rows: each.map((seconds) => {
      const on = seconds === now;
      const one = equation(contacts, on ? cost.courtesy!.seconds : seconds, avoided, hoursEach);
      return [
        { text: on ? say`${seconds} s, as now` : `${seconds} s`, value: seconds, strong: on },
        machine(hours(one.courtesyHours), one.courtesyHours, on),
        machine(number(one.breakEven ?? NaN), one.breakEven, on),
        ...(cost.claimed ? [machine(hours(one.net), one.net, on)] : []),
      ];
    }),
  };
}

function costSections(material: Material, cost: Cost): readonly Section[] {
  if (cost.courtesy === null) return [];
  const source = sourceOf(material, ['contacts', 'time_entries', 'complaints'], cost.history.starts[0]);
  const equation: Block = equationBlock(cost, countedContacts(material), source, material.context.settings.money);
  const whatif: Block = {
    kind: 'whatif',
    id: 'what-if',
    ...inputs(cost),
    table: scenarioTable(cost),
    foot: say`The textbook case: 200 contacts × 30 s = 1 h 40 min, against 5 complaints × 6 h = 30 h. Net 28 h 20 min, 18 to 1.`,
  };
  return [
    {
      id: 'equation',
      head: say`The equation`,
      note: say`One square is one hour. Filled: spent. Hollow: not spent, as those complaints did not come. Products are of the numbers before rounding.`,
      blocks: [equation],
    },
    { id: 'what-if', head: say`What if`, note: say`Your own numbers in the sentence. Nothing is stored.`, blocks: [whatif] },
  ];
}

function complaintsMoved(material: Material): readonly Section[] {
  const contacts = material.figures.grid('A11-rate', 'window') !== null;
  const [measure, name, rows] = contacts
    ? (['A11-rate', say`Complaints per ${thousandOver(material.context.settings.courtesy.channels)}`, capital(countedContacts(material))] as const)
    : (['D1-rate', say`Complaints per 100 closed tickets`, say`Tickets closed`] as const);
  const tables = ['complaints', contacts ? 'contacts' : 'tickets'] as const;
  return movedSection(material, { measure, id: 'complaints-moved', name, rows, tables });
}

/** The page about what complaints cost, beside the courtesy that prevents them, and how they are recovered. */
export function complaintsPage(material: Material): Page {
  const cost = complaintCost(material.figures, material.context);
  const base = {
    path: 'complaints/',
    nav: say`Complaints`,
    tab: say`Complaints`,
    head: say`Complaints`,
    note: say`What they cost us, beside the courtesy we added.`,
    lead: false,
  };
  if (material.facts.tables.complaints === undefined) {
    return {
      ...base,
      title: say`No complaint is on record`,
      intro: say`No export names complaints by itself. Keep a log with the columns below, or say in settings.yaml which tickets are complaints.`,
      sections: [{ id: 'template', head: say`What to record`, note: say`A spreadsheet saved as CSV is enough.`, blocks: templateBlocks('complaints') }],
    };
  }
  const { title, intro } = finding(material, cost);
  const contacts = contactsChart(material);
  const limits = say`A point outside the dotted limits, or eight in a row on one side of the mean, is a signal. Anything less may be chance.`;
  return {
    ...base,
    title,
    intro,
    sections: [
      { id: 'count', head: say`The count`, note: limits, blocks: countBlocks(material, cost) },
      ...expectedSection(material, cost),
      ...(cost === null ? [] : costSections(material, cost)),
      ...hoursSection(material),
      ...(contacts === null
        ? []
        : [
            { id: 'contacts', head: say`The contacts`, note: say`What complaints are counted against.`, blocks: [{ kind: 'chart' as const, chart: contacts }] },
          ]),
      ...complaintsMoved(material),
      ...recoverySections(material),
      ...[commitmentsSection, againSection, causesSection, paradoxSection, scopeSection, peopleSection, silenceSection].flatMap((section) => section(material)),
    ],
  };
}
