import { say } from '../language/language.ts';
import { needsCall, type Call } from '../measures/calls.ts';
import type { Reason } from '../measures/reason-to-call.ts';
import { civilOf } from '../time/civil.ts';
import { ledgerBlock } from './ledger-block.ts';
import { known, windowCell, type Material } from './material.ts';
import type { Block } from './model.ts';
import { count, hitsOf, inWords, percent, plural, range, shortDate, date } from './words.ts';

/** What a reason says, as a sentence without its full stop. */
export function reasonSentence(material: Material, client: number, { rule, count: times, days }: Reason): string {
  switch (rule) {
    case 'silent':
      return say`Silent: none of ${count(times!)} surveys answered`;
    case 'no-contact':
      return days === null ? say`No contact from us is on record` : say`No contact from us for ${plural(days, 'day')}`;
    case 'complaints':
      return say`${inWords(times!, true)} complaints in 14 days`;
    case 'unanswered':
      return times === 1
        ? say`A complaint has had no answer for ${plural(days ?? 1, 'day')}`
        : say`${inWords(times!, true)} complaints have had no answer, the oldest for ${plural(days ?? 1, 'day')}`;
    case 'visits':
      return say`The last ${inWords(times!, false)} visits were missed`;
    case 'ending':
      return times === null
        ? say`The contract ends in ${plural(days!, 'day')}, and whether satisfaction meets the band is not known`
        : say`The contract ends in ${plural(days!, 'day')}, and satisfaction does not meet the band`;
    case 'below': {
      const cell = known(windowCell(material, 'S1', client));
      if (cell === null) return say`Satisfaction is below the band`;
      return say`${hitsOf(cell.hits, cell.n)} answers satisfied, interval ${range(cell.low, cell.high, (end) => percent(end, cell.n))}\u00a0%`;
    }
  }
}

/** Why a client needs a call, in sentences. */
export function reasonsOf(material: Material, call: Call): string {
  return call.reasons.map((reason) => `${reasonSentence(material, call.client, reason)}.`).join(' ');
}

/** The clients that need a call, those not spoken to for longest first. */
export function callsOf(material: Material): readonly Call[] {
  return needsCall(material.figures, material.context).toSorted((a, b) => (a.lastOutbound ?? -1) - (b.lastOutbound ?? -1));
}

/** The list of clients that need a call. */
export function callsBlock(material: Material, calls: readonly Call[]): Block {
  if (calls.length === 0) return { kind: 'prose', words: say`No client needs a call by the rules on this page.` };
  return ledgerBlock(
    calls.map((call) => {
      const { name, slug } = material.clients[call.client]!;
      const manager = material.facts.clients.list[call.client]!.accountManager;
      const spoke = call.lastOutbound === null ? [] : [say`last spoke ${sameYear(call.lastOutbound, material.context.asOf)}`];
      return { who: [{ text: name, href: `clients/${slug}/` }], what: reasonsOf(material, call), aside: [...(manager === null ? [] : [manager]), ...spoke] };
    }),
  );
}

const sameYear = (day: number, asOf: number) => (civilOf(day).year === civilOf(asOf).year ? shortDate(day) : date(day));
