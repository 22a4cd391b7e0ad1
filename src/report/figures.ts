import { satisfactionBand, type Target } from '../measures/status.ts';
import { complaintCost } from '../measures/cost.ts';
import type { CellValue } from '../measures/measure.ts';
import type { Settings } from '../settings.ts';
import { FIRM, type Material } from './material.ts';
import type { FigureSpec } from './ledger.ts';
import { count, currency, duration, FEW, hitsOf, number, plural } from './words.ts';

const within = '13 weeks';

/** Satisfied answers over the band. */
export function satisfiedAnswers({ context }: Material, client = FIRM): FigureSpec {
  return {
    measure: 'S1',
    kind: 'share',
    name: 'Satisfied answers',
    href: 'satisfaction/',
    note: (cell) => `${plural(cell.n, 'answer')}, ${within}`,
    target: satisfactionBand(context, client),
    emptyNote: `no answer in ${within}`,
  };
}

/** "; 9 in 10 within 2 h", where enough rows say so. */
export function nineInTen(cell: CellValue): string {
  return cell.n < FEW ? '' : `; 9 in 10 within ${duration(cell.p90)}`;
}

/** First response on the elapsed clock; the settings' default target where there is one. */
export function firstResponse({ context }: Material): FigureSpec {
  const target = context.settings.targets.first_response.default;
  return {
    measure: 'F1-elapsed',
    kind: 'duration',
    name: 'First response',
    href: 'response/',
    note: (cell) => `median of ${plural(cell.n, 'ticket')}, ${within}${nineInTen(cell)}`,
    target: target === undefined ? null : { side: 'at most', value: target },
    emptyNote: `no ticket was answered in ${within}`,
  };
}

const reached = (value: number): Target => ({ side: 'at least', value });

/** Resolution on the elapsed clock, where no export says when tickets were answered. */
export function resolution({ context }: Material): FigureSpec {
  const target = context.settings.targets.resolution.default;
  return {
    measure: 'F2-elapsed',
    kind: 'duration',
    name: 'Resolution',
    href: 'response/',
    note: (cell) => `median of ${plural(cell.n, 'ticket')}, ${within}${nineInTen(cell)}`,
    target: target === undefined ? null : { side: 'at most', value: target },
    emptyNote: `no ticket was solved in ${within}`,
  };
}

/** Shares of tickets within a time; the band's low end is the aim, as for every share. */
export function withinTarget({ context }: Material, measure: 'F3' | 'F4' | 'F5'): FigureSpec {
  const names = { F3: 'Answered within a day', F4: 'Answered within target', F5: 'Solved within target' };
  const low = context.settings.targets.satisfaction[0] / 100;
  return {
    measure,
    kind: 'share',
    name: names[measure],
    href: 'response/',
    note: (cell) => `${hitsOf(cell.hits, cell.n)} ${cell.n === 1 ? 'ticket' : 'tickets'}, ${within}`,
    target: reached(low),
    emptyNote: measure === 'F3' ? `no ticket was answered in ${within}` : `no ticket with a target in ${within}`,
  };
}

/** Formal complaints per 1,000 contacts, or per 100 closed tickets where no contacts are kept. */
export function complaintRate({ context, figures }: Material): FigureSpec {
  const perContact = figures.grid('A11-rate', 'window') !== null;
  const most = context.settings.targets.complaints_per_1000;
  const unit = perContact ? 'per 1,000 contacts' : 'per 100 closed tickets';
  return {
    measure: perContact ? 'A11-rate' : 'D1-rate',
    kind: 'rate',
    name: 'Complaints',
    href: 'complaints/',
    note: (cell) => `${unit}: ${count(cell.n)} in ${count(cell.exposure)}, ${within}`,
    target: perContact && most !== undefined ? { side: 'at most', value: most } : null,
    leastRows: 0,
    emptyNote: `no rate of complaints is known for these ${within}`,
  };
}

const worth = (hours: number, money: Settings['money']): string => (money === undefined ? '' : `; ${currency(hours * money.hour, money.currency)}`);

/** Net hours a week that the courtesy programme returns. */
export function hoursReturned(material: Material): FigureSpec {
  const cost = complaintCost(material.figures, material.context);
  const weeks = cost?.history.now?.weeks ?? 0;
  const assumed = cost?.courtesy?.assumed === true;
  return {
    measure: 'A13-net',
    kind: 'hours',
    name: 'Hours returned',
    href: 'complaints/',
    note: (cell: CellValue) =>
      `net a week, ${plural(weeks, 'week')}${worth(cell.value, material.context.settings.money)}${assumed ? `; ${number(cost?.courtesy?.seconds ?? NaN)} s for each contact assumed` : ''}`,
    target: { side: 'at least', value: 0 },
    unit: 'h',
    leastRows: 0,
    noLine: 'it is reckoned over all weeks since the start',
    emptyNote: 'no change in complaints can be told from chance',
  };
}

/** Complaints answered within 24 hours. */
export function complaintsAnswered({ context }: Material): FigureSpec {
  return {
    measure: 'D3',
    kind: 'share',
    name: 'Complaints answered in 24\u00a0h',
    href: 'complaints/',
    note: (cell) => `${hitsOf(cell.hits, cell.n)} complaints, ${within}`,
    target: reached(context.settings.targets.satisfaction[0] / 100),
    emptyNote: `no complaint in ${within}`,
  };
}
