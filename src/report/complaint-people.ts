import { say } from '../language/language.ts';
import { complaintConcentration, type Concentration } from '../measures/requesters.ts';
import { sourceOf, span, type Material } from './material.ts';
import type { Chart, Section } from './model.ts';
import { clientCell, columnsOf, countCell, textCell } from './plain-cells.ts';
import { count, FEW, hitsAmong, inWords, percent, plural, range } from './words.ts';

const YEAR = 364;
const DRAWN = 8;
const LISTED = 20;
const TOP = 3;
const HASH_SHOWN = 6;

const nameOf = (hash: string) => say`Person ${hash.slice(0, HASH_SHOWN)}`;

function peopleChart(material: Material, found: Concentration): Chart {
  const { requesters, n, top, interval, unknown } = found;
  const { asOf } = material.context;
  const few = Math.min(TOP, requesters.length);
  const ends = n < FEW || interval === null ? null : range(interval.low, interval.high, (end) => percent(end, n));
  const [period, total] = [span(asOf - YEAR + 1, asOf), count(n)];
  const subtitle =
    ends === null
      ? say`Formal complaints by who made them, whole firm, ${period}, complaints, n\u00a0=\u00a0${total}`
      : say`Formal complaints by who made them, the three together ${ends}\u00a0%, whole firm, ${period}, complaints, n\u00a0=\u00a0${total}`;
  const client = (at: number) => clientCell(material, at).text;
  return {
    id: 'complaint-people',
    title: say`${inWords(few, true)} of ${plural(requesters.length, 'person', 'people')} made ${hitsAmong(top, plural(n, 'complaint'))}`,
    subtitle,
    summary: say`${plural(requesters.length, 'person', 'people')} made ${plural(n, 'complaint')}; ${count(unknown)} name nobody. The first: ${requesters
      .slice(0, TOP)
      .map((one) => say`${count(one.complaints)} from ${client(one.client)}`)
      .join(', ')}.`,
    foot: `${sourceOf(material, ['complaints'], asOf - YEAR + 1)} · ${say`names are kept as a hash`}`,
    drawing: {
      shape: 'bars',
      full: null,
      rows: requesters.slice(0, DRAWN).map(({ requester, client: of, complaints }) => ({
        label: nameOf(requester),
        value: complaints,
        text: count(complaints),
        note: client(of),
        singled: false,
      })),
    },
    table: {
      caption: say`${subtitle}; the first ${count(Math.min(LISTED, requesters.length))}`,
      columns: columnsOf([say`Person`, say`Client`, say`Complaints`], 2),
      rows: requesters.slice(0, LISTED).map((one) => [textCell(nameOf(one.requester)), clientCell(material, one.client), countCell(one.complaints)]),
    },
  };
}

/** How far complaints come from few people, without their names. */
export function peopleSection(material: Material): readonly Section[] {
  const found = complaintConcentration(material.context);
  if (found === null || found.n === 0) return [];
  const some = say`Some can never be pleased; some have reason. Never for a client’s page.`;
  const unknown = found.unknown === 1 ? say`1 complaint names nobody.` : say`${count(found.unknown)} complaints name nobody.`;
  const note = found.unknown === 0 ? some : `${some} ${unknown}`;
  return [{ id: 'people', head: say`Who complains`, note, blocks: [{ kind: 'chart', chart: peopleChart(material, found) }] }];
}
