import { inOrderSent, type SentArchive, type SentFigure, type SentPage } from '../facts/sent-page.ts';
import { dayText } from '../time/weeks.ts';
import type { Material } from './material.ts';
import { FIGURES, readingsOf } from './sent-figures.ts';
import type { Reading, SharedChange, SharedFigure, SharedSince } from './share-model.ts';
import { clientRecord } from './share-record.ts';
import { openHours } from './words.ts';

/**
 * The page that each client was sent last, by the client's index: of those made of reports up to the as-of day, so that a report of an
 * earlier day knows of no later page.
 */
export function lastSent({ facts, context }: Pick<Material, 'facts' | 'context'>, { pages }: SentArchive): ReadonlyMap<number, SentPage> {
  const asOf = dayText(context.asOf);
  const told = pages.filter((page) => page.asOf <= asOf).toSorted(inOrderSent);
  return new Map(told.map((page) => [facts.clients.indexOf(page.client), page] as const).filter(([client]) => client >= 0));
}

const said = (figure: SharedFigure, { value, n }: Reading): string => `${figure === 'answers' ? openHours(value) : value} ${n}`;

interface Now {
  readonly version: number;
  readonly sameSettings: boolean;
}

/** Why a figure reads otherwise, as far as it can be told: the formula, the rows, the settings, in this order. */
function whyOf(was: SentFigure, is: Reading | null, { version, sameSettings }: Now): SharedChange['why'] {
  if (was.version !== version) return 'counting';
  const more = (is?.n ?? 0) - was.n;
  if (more !== 0) return more > 0 ? 'more' : 'fewer';
  return sameSettings ? 'corrected' : 'settings';
}

/**
 * What a client's last page showed and what reads otherwise now for the same days; null where all reads the same. Compared is what the
 * page says, so that no rounding of its own makes a difference. `settings` is the hash of the settings now.
 */
export function restatedSince(material: Material, client: number, page: SentPage, settings: string): SharedSince | null {
  const { period, before, sent } = page;
  const now = readingsOf(clientRecord(material, client, { period, before }, { letters: [], since: null }));
  const versions = new Map(material.measures.map(({ id, version }) => [id, version]));
  const changes = page.figures.flatMap((was): readonly SharedChange[] => {
    const figure = (Object.keys(FIGURES) as SharedFigure[]).find((one) => one === was.figure);
    if (figure === undefined) return [];
    const [is, reading] = [now[figure], { value: was.value, n: was.n }];
    if (is !== null && said(figure, reading) === said(figure, is)) return [];
    const version = versions.get(FIGURES[figure]) ?? was.version;
    return [{ figure, was: reading, is, why: whyOf(was, is, { version, sameSettings: page.settings === settings }) }];
  });
  return changes.length === 0 ? null : { sent, period: { from: period.from, to: period.to }, changes };
}
