import { say } from '../language/language.ts';
import type { SharedComplaint } from '../report/share-model.ts';
import { duration, shortDate } from '../report/words.ts';
import type { Slice } from './audience.ts';
import { row, type Row } from './content.ts';

/** What became of a complaint, step by step as far as it is recorded. */
function complaintWords({ answered, acted, confirmed, closed, isOpen }: SharedComplaint): string {
  const parts = [
    say`You complained.`,
    answered === null ? say`No first answer from us is on record.` : say`We answered after ${duration(answered)}.`,
    ...(acted === null ? [] : [say`We acted on ${shortDate(acted)}.`]),
    ...(confirmed === null ? [] : [say`You confirmed on ${shortDate(confirmed)} that it was done.`]),
    ...(closed === null ? [] : [say`It was closed on ${shortDate(closed)}.`]),
    ...(isOpen ? [say`It is still open.`] : []),
  ];
  return parts.join(' ');
}

/** Complaints, by day, and whether each tells a time to our answer. */
export function complaintFaults({ record }: Slice): readonly { readonly day: string; readonly what: string; readonly isTimed: boolean }[] {
  return record.complaints.map((one) => ({ day: one.day, what: complaintWords(one), isTimed: one.answered !== null }));
}

function complaintRow({ day, answered, acted, confirmed, closed, isOpen }: SharedComplaint): Row {
  const outcome = [
    ...(answered === null ? [say`no first answer on record`] : []),
    ...(acted === null ? [] : [say`acted on ${acted}`]),
    ...(confirmed === null ? [] : [say`confirmed ${confirmed}`]),
    ...(closed === null ? [] : [say`closed ${closed}`]),
    ...(isOpen ? [say`open`] : []),
  ].join('; ');
  const timed = answered === null ? {} : { value: Math.round(answered / 60_000), unit: say`minutes` };
  return row(say`complaint`, say`first answer after, elapsed`, { day, ...timed, outcome });
}

export const complaintRows = ({ record }: Slice): readonly Row[] => record.complaints.map(complaintRow);
