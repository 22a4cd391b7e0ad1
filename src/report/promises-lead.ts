import { codes } from '../facts/table.ts';
import type { Population } from '../measures/measure.ts';
import { quantile } from '../measures/statistics.ts';
import { say } from '../language/language.ts';
import { sourceOf, windowStart, type Material } from './material.ts';
import type { Cell, Chart, Table } from './model.ts';
import { columnsOf, inHours } from './plain-cells.ts';
import { kindName } from './promises-clients.ts';
import { leadPlace, leadScale, orLess } from './promises-scale.ts';
import { windowSpan } from './window.ts';
import { count, duration, FEW, NONE, plural } from './words.ts';

type Three = readonly [number, number, number];

interface Lead {
  readonly label: string;
  readonly n: number;
  /** Medians of the times asked for, agreed and taken, in ms; null under ten promises. */
  readonly medians: Three | null;
}

const IDS = ['C12-asked', 'C12-agreed', 'C12-actual'] as const;
const HOUR = 3_600_000;

const median = (values: readonly number[]) =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );

function leadOf(label: string, populations: readonly Population[], rows: readonly number[]): Lead {
  const [asked, agreed, taken] = populations.map(({ value }) => median(rows.map((row) => value![row]!)));
  return { label, n: rows.length, medians: rows.length < FEW ? null : [asked!, agreed!, taken!] };
}

/** All promises, then each kind; empty where no promise of the window has a time that the client asked for. */
function leads(material: Material): readonly Lead[] {
  const { context, measures } = material;
  const populations = IDS.map((id) => measures.find((measure) => measure.id === id)?.population?.(context) ?? null).filter((found) => found !== null);
  if (populations.length < IDS.length) return [];
  const { day } = populations[0]!;
  const rows = [...day.keys()].filter((row) => day[row]! >= windowStart(material) && day[row]! <= context.asOf);
  if (rows.length === 0) return [];
  const kind = codes(context.facts.tables.promises!, 'kind');
  const words = kind === null ? [] : [...kind.dictionary, null].map((word) => ({ word, own: rows.filter((row) => kind.at(row) === word) }));
  const kinds = words.filter(({ own }) => own.length > 0).map(({ word, own }) => leadOf(kindName(word), populations, own));
  return [leadOf(say`All promises`, populations, rows), ...(kinds.length < 2 ? [] : kinds.toSorted((a, b) => b.n - a.n || (a.label < b.label ? -1 : 1)))];
}

function titleOf({ n, medians }: Lead): string {
  if (medians === null) return say`Only ${plural(n, 'promise')} kept had a time that the client asked for`;
  const [asked, agreed, taken] = medians.map(duration) as [string, string, string];
  return say`Clients ask for ${asked}, we agree ${agreed} and take ${taken}`;
}

const timeCell = (medians: Three | null, at: number): Cell =>
  medians === null ? { text: NONE, value: null } : { text: duration(medians[at]!), value: medians[at]! / HOUR };

function leadTable(caption: string, rows: readonly Lead[]): Table {
  return {
    caption,
    columns: columnsOf([say`Kind`, inHours(say`Asked`), inHours(say`Agreed`), inHours(say`Taken`), say`Promises`]),
    rows: rows.map(({ label, n, medians }) => [
      { text: label, value: label },
      timeCell(medians, 0),
      timeCell(medians, 1),
      timeCell(medians, 2),
      { text: count(n), value: n },
    ]),
  };
}

/** Times asked for, agreed and taken by kind of promise; null where clients' wishes are not on record. */
export function leadChart(material: Material): Chart | null {
  const rows = leads(material);
  const [all] = rows;
  if (all === undefined) return null;
  const subtitle = say`Median time asked for, agreed and taken, promises kept, ${windowSpan(material, 'B21')}, each mark of the scale four to six times the one before, n\u00a0=\u00a0${count(all.n)}`;
  const said = ({ label, medians, n }: Lead) =>
    medians === null
      ? say`${label} too few (${count(n)})`
      : say`${label} asked ${duration(medians[0])}, agreed ${duration(medians[1])}, taken ${duration(medians[2])}`;
  return {
    id: 'promise-lead-times',
    title: titleOf(all),
    subtitle,
    summary: `${rows.map(said).join('; ')}.`,
    foot: sourceOf(material, ['promises']),
    drawing: {
      shape: 'ranges',
      scale: leadScale(
        rows.flatMap(({ medians }) => medians ?? []),
        orLess,
      ),
      names: [say`asked`, say`agreed`, say`taken`],
      rows: rows.map(({ label, n, medians }) => ({
        label,
        values: medians === null ? null : [leadPlace(medians[0]), leadPlace(medians[1]), leadPlace(medians[2])],
        text: medians === null ? say`n\u00a0=\u00a0${count(n)}, too few` : `n\u00a0=\u00a0${count(n)}`,
      })),
    },
    table: leadTable(subtitle, rows),
  };
}
