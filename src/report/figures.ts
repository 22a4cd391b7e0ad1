import { nounFor, say } from '../language/language.ts';
import { satisfactionBand, type Target } from '../measures/status.ts';
import { complaintCost } from '../measures/cost.ts';
import type { CellValue } from '../measures/measure.ts';
import type { Settings } from '../settings.ts';
import { thousandOver } from './channels.ts';
import { FIRM, titleOf, type Material } from './material.ts';
import type { FigureSpec } from './ledger.ts';
import { count, currency, date, duration, FEW, hitsAmong, hitsOf, number, plural } from './words.ts';

/** Satisfied answers over the band. */
export function satisfiedAnswers({ context }: Material, client = FIRM): FigureSpec {
  return {
    measure: 'S1',
    kind: 'share',
    name: say`Satisfied answers`,
    href: 'satisfaction/',
    note: (cell, over) => say`${plural(cell.n, 'answer')}, ${over}`,
    target: satisfactionBand(context, client),
    emptyNote: (within) => say`no answer ${within}`,
  };
}

/** "; 9 in 10 within 2 h", where enough rows say so. */
export function nineInTen(cell: CellValue): string {
  return cell.n < FEW ? '' : say`; 9 in 10 within ${duration(cell.p90)}`;
}

const medianNote = (cell: CellValue, over: string): string => say`median of ${plural(cell.n, 'ticket')}, ${over}${nineInTen(cell)}`;

/** First response on the elapsed clock; the settings' default target where there is one. */
export function firstResponse({ context }: Material): FigureSpec {
  const target = context.settings.targets.first_response.default;
  return {
    measure: 'F1-elapsed',
    kind: 'duration',
    name: say`First response`,
    href: 'response/',
    note: medianNote,
    target: target === undefined ? null : { side: 'at most', value: target },
    emptyNote: (within) => say`no first answer on record ${within}`,
  };
}

const reached = (value: number): Target => ({ side: 'at least', value });

/** Resolution on the elapsed clock, where no export says when tickets were answered. */
export function resolution({ context }: Material): FigureSpec {
  const target = context.settings.targets.resolution.default;
  return {
    measure: 'F2-elapsed',
    kind: 'duration',
    name: say`Resolution`,
    href: 'response/',
    note: medianNote,
    target: target === undefined ? null : { side: 'at most', value: target },
    emptyNote: (within) => say`no ticket was solved ${within}`,
  };
}

/** Shares of tickets within a time; the band's low end is the aim, as for every share. */
export function withinTarget({ context }: Material, measure: 'F3' | 'F4' | 'F5'): FigureSpec {
  const names = { F3: say`Answered within a day`, F4: say`Answered within target`, F5: say`Solved within target` };
  const low = context.settings.targets.satisfaction[0] / 100;
  return {
    measure,
    kind: 'share',
    name: names[measure],
    href: 'response/',
    note: (cell, over) => say`${hitsOf(cell.hits, cell.n)} ${nounFor(cell.n, 'ticket', 'tickets')}, ${over}`,
    target: reached(low),
    emptyNote: (within) => (measure === 'F3' ? say`no first answer on record ${within}` : say`no ticket with a target ${within}`),
  };
}

/** Formal complaints per 1,000 contacts, or per 100 closed tickets where no contacts are kept. */
export function complaintRate({ context, figures }: Material): FigureSpec {
  const perContact = figures.grid('A11-rate', 'window') !== null;
  const most = context.settings.targets.complaints_per_1000;
  return {
    measure: perContact ? 'A11-rate' : 'D1-rate',
    kind: 'rate',
    name: say`Complaints`,
    href: 'complaints/',
    note: ({ n, exposure }, over) =>
      perContact
        ? say`per ${thousandOver(context.settings.courtesy.channels)}: ${count(n)} in ${count(exposure)}, ${over}`
        : say`per 100 closed tickets: ${count(n)} in ${count(exposure)}, ${over}`,
    target: perContact && most !== undefined ? { side: 'at most', value: most } : null,
    leastRows: 0,
    emptyNote: (within) => say`no rate of complaints is known ${within}`,
  };
}

const worth = (hours: number, money: Settings['money']): string => (money === undefined ? '' : `; ${currency(hours * money.hour, money.currency)}`);

/** Net hours a week that the courtesy programme returns. */
export function hoursReturned(material: Material): FigureSpec {
  const cost = complaintCost(material.figures, material.context);
  const over = cost?.start == null ? '' : say`a week, over ${plural(cost.history.now?.weeks ?? 0, 'week')} from ${date(cost.start)}`;
  const assumed = [
    cost?.courtesy?.assumed ? say`; ${number(cost.courtesy.seconds)} s for each contact assumed` : '',
    cost?.perComplaint.assumed ? say`; ${number(cost.perComplaint.mean)} h for each complaint assumed` : '',
  ].join('');
  return {
    measure: 'A13-net',
    kind: 'hours',
    name: titleOf(material, 'A13-net'),
    href: 'complaints/',
    note: (cell: CellValue) => `${over}${worth(cell.value, material.context.settings.money)}${assumed}`,
    target: { side: 'at least', value: 0 },
    leastRows: 0,
    noLine: say`it is reckoned over all weeks since the start`,
    emptyNote: say`no change in complaints can be told from chance`,
  };
}

/** Complaints answered within 24 hours. */
export function complaintsAnswered({ context }: Material): FigureSpec {
  return {
    measure: 'D3',
    kind: 'share',
    name: say`Complaints answered in 24\u00a0h`,
    href: 'complaints/',
    note: (cell, over) => say`${hitsAmong(cell.hits, plural(cell.n, 'complaint'))}, ${over}`,
    target: reached(context.settings.targets.satisfaction[0] / 100),
    emptyNote: (within) => say`no complaint ${within}`,
  };
}
