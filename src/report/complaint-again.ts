import { WINDOW_DAYS } from '../measures/axis.ts';
import { say } from '../language/language.ts';
import { doubleFailures, type DoubleFailure } from '../measures/double-failures.ts';
import { sourceOf, windowStart, type Material } from './material.ts';
import type { Block, Section } from './model.ts';
import { clientCell, columnsOf, countCell, dayCell, textCell } from './plain-cells.ts';
import { overBefore, windowOf, windowSpan } from './window.ts';
import { count, plural } from './words.ts';

const SHOWN = 12;

function failuresTable(material: Material, failures: readonly DoubleFailure[]): Block {
  const cut = failures.length > SHOWN ? say`The newest ${count(SHOWN)} of ${count(failures.length)}; the CSV has all. ` : '';
  return {
    kind: 'table',
    id: 'complaints-again',
    foot: `${cut}${sourceOf(material, ['complaints'])}`,
    shown: SHOWN,
    table: {
      caption: say`Complaints about the same again, received ${windowSpan(material, 'A11-count')}, the newest first`,
      columns: columnsOf([say`Client`, say`Complaint`, say`Received`, say`Again`, say`Received again`, say`Days between`], 5),
      rows: failures.map(({ client, first, second, firstDay, secondDay }) => [
        clientCell(material, client),
        textCell(first),
        dayCell(firstDay),
        textCell(second),
        dayCell(secondDay),
        countCell(secondDay - firstDay),
      ]),
    },
  };
}

/** Clients that we failed twice: the second complaint within 60 days about the same ticket or cause. */
export function againSection(material: Material): readonly Section[] {
  const all = doubleFailures(material.context);
  if (all === null) return [];
  const from = windowStart(material);
  const failures = all.filter(({ secondDay }) => secondDay >= from);
  const before = all.filter(({ secondDay }) => secondDay < from && secondDay >= from - WINDOW_DAYS).length;
  const { within } = windowOf(material, 'A11-count');
  const earlier = overBefore(material, 'A11-count');
  const heading: Block = {
    kind: 'heading',
    text:
      failures.length === 0
        ? say`No complaint came a second time ${within}`
        : say`${plural(failures.length, 'complaint')} came a second time within 60 days ${within}`,
    subtitle:
      earlier === null ? say`Same ticket, or same client and cause` : say`Same ticket, or same client and cause; ${count(before)} in the ${earlier} before`,
  };
  const note = say`A complaint that comes again was not settled. For the firm only.`;
  return [{ id: 'again', head: say`Failed twice`, note, blocks: failures.length === 0 ? [heading] : [heading, failuresTable(material, failures)] }];
}
