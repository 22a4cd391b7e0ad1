import type { CellValue } from '../measures/measure.ts';
import { newcombe } from '../measures/statistics.ts';
import { say } from '../language/language.ts';
import { known, sourceOf, windowCell, type Material } from './material.ts';
import type { Cell, Chart, Section } from './model.ts';
import { shareScale } from './scales.ts';
import { shareText } from './shares.ts';
import { windowSpan } from './window.ts';
import { count, FEW, inWords, NONE, percent } from './words.ts';

interface Pair {
  readonly name: string;
  readonly href: string | null;
  readonly sla: CellValue;
  readonly kept: CellValue;
}

const MOST_ROWS = 12;
const NAME_WORDS = 5;

const isFirm = ({ href }: Pair) => href === null;
const isDrawn = ({ sla, kept }: Pair) => sla.n >= FEW && kept.n >= FEW;

function pairOf(material: Material, client: number, name: string, href: string | null): readonly Pair[] {
  const [sla, kept] = ['F5', 'B21'].map((measure) => known(windowCell(material, measure, client)));
  return sla && kept ? [{ name, href, sla, kept }] : [];
}

/** -1 where fewer promises are kept than tickets solved within target, 1 where more, 0 where chance may do that. */
function sideOf({ sla, kept }: Pair): -1 | 0 | 1 {
  const difference = newcombe(kept.hits, kept.n, sla.hits, sla.n)!;
  return difference.high < 0 ? -1 : difference.low > 0 ? 1 : 0;
}

const apartClients = (pairs: readonly Pair[], side: -1 | 1) => pairs.filter((pair) => !isFirm(pair) && isDrawn(pair) && sideOf(pair) === side);

function titleOf(pairs: readonly Pair[]): string {
  const clients = pairs.filter((pair) => !isFirm(pair) && isDrawn(pair));
  if (clients.length === 0) return say`No client has ${count(FEW)} tickets and ${count(FEW)} promises to compare`;
  const who = (some: readonly Pair[]) =>
    some.length === 1 && some[0]!.name.split(/\s+/).length <= NAME_WORDS
      ? some[0]!.name
      : some.length === 1
        ? say`One client`
        : say`${inWords(some.length, true)} clients`;
  const below = apartClients(pairs, -1);
  if (below.length > 0) return say`${who(below)}: the target is met more often than the promise`;
  const above = apartClients(pairs, 1);
  if (above.length > 0) return say`${who(above)}: the promise is kept more often than the target`;
  return say`At no client can targets met and promises kept be told apart`;
}

const share = ({ n, value }: CellValue): string => `${percent(value, n)}\u00a0%`;
/** A name with both shares, which have as many decimals as the smaller population allows. */
function change({ name, sla, kept }: Pair): string {
  const n = Math.min(sla.n, kept.n);
  return say`${name}, ${percent(sla.value, n)} to ${percent(kept.value, n)}\u00a0%`;
}

const figure = (value: number): Cell => ({ text: count(value), value });
const shown = (cell: CellValue): Cell => ({ text: cell.n < FEW ? NONE : share(cell), value: cell.value });

function pairsChart(material: Material, pairs: readonly Pair[]): Chart {
  const drawn = pairs.filter(isDrawn).slice(0, MOST_ROWS + 1);
  const singled = apartClients(pairs, -1).length === 1 ? apartClients(pairs, -1)[0] : undefined;
  const firm = pairs.find(isFirm);
  const n = firm === undefined ? '' : say`, n\u00a0=\u00a0${count(firm.sla.n)} tickets and ${count(firm.kept.n)} promises`;
  const subtitle = say`Tickets solved within target beside promises kept in time, by client, ${windowSpan(material, 'B21')}, %${n}`;
  return {
    id: 'sla-and-promises',
    title: titleOf(pairs),
    subtitle,
    summary: `${pairs.map(({ name, sla, kept }) => say`${name}: target met ${shareText(sla)}, promises kept ${shareText(kept)}`).join('; ')}.`,
    foot: sourceOf(material, ['tickets', 'promises']),
    drawing: {
      shape: 'slopes',
      scale: shareScale(drawn.flatMap(({ sla, kept }) => [sla.value, kept.value])),
      heads: [say`solved within target`, say`promises kept in time`],
      shortHeads: [say`SLA`, say`promise`],
      rows: drawn.map((pair) => ({
        label: pair.name,
        left: pair.sla.value,
        right: pair.kept.value,
        text: change(pair),
        singled: pair === singled,
      })),
    },
    table: {
      caption: subtitle,
      columns: [say`Client`, say`Solved within target`, say`Tickets`, say`Share`, say`Promises kept`, say`Due`, say`Share`].map((name, at) => ({
        name,
        numeric: at > 0,
      })),
      rows: pairs.map(({ name, href, sla, kept }) => [
        { text: name, value: name, ...(href === null ? {} : { href }) },
        figure(sla.hits),
        figure(sla.n),
        shown(sla),
        figure(kept.hits),
        figure(kept.n),
        shown(kept),
      ]),
    },
  };
}

/** The contract's target beside the personal promise, client by client. */
export function pairsSection(material: Material): readonly Section[] {
  const firm = pairOf(material, -1, say`Whole firm`, null);
  if (firm.length === 0) return [];
  const clients = material.clients.flatMap(({ name, slug }, client) => pairOf(material, client, name, `clients/${slug}/`));
  const chart = pairsChart(material, [...firm, ...clients]);
  const note = say`The target is contractual, the promise personal. Drawn from ${count(FEW)} tickets and ${count(FEW)} promises on; the table has all.`;
  return [{ id: 'pairs', head: say`SLA and promise`, note, blocks: [{ kind: 'chart', chart }] }];
}
