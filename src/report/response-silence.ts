import { texts } from '../facts/table.ts';
import { longestSilences, type Silence } from '../measures/silences.ts';
import { windowValues } from '../measures/window-values.ts';
import { say } from '../language/language.ts';
import { known, sourceOf, windowCell, type Material } from './material.ts';
import type { Block, Chart, Section } from './model.ts';
import { clientCell, columnsOf, dayCell, inHours, textCell } from './plain-cells.ts';
import { spreadChart } from './spread.ts';
import { windowOf, windowSpan } from './window.ts';
import { count, FEW, openHours, plural } from './words.ts';

const HOUR = 3_600_000;

function silenceChart(material: Material): Chart | null {
  const measure = material.measures.find(({ id }) => id === 'B3');
  const values = measure === undefined ? null : windowValues(measure, material.context);
  const cell = known(windowCell(material, 'B3'));
  if (values === null || cell === null) return null;
  return spreadChart({
    id: 'longest-silence',
    title:
      cell.n < FEW
        ? say`Only ${plural(cell.n, 'ticket')} with contacts on record ${windowOf(material, 'B3').within}`
        : say`In half of ${plural(cell.n, 'ticket')} no silence lasted over ${openHours(cell.value)}`,
    subtitle: (units) =>
      say`Tickets by their longest time without a word from us, opening hours, whole firm, resolved ${windowSpan(material, 'B3')}, ${units}, n\u00a0=\u00a0${count(cell.n)}`,
    foot: sourceOf(material, ['tickets', 'contacts']),
    values: values(-1),
    noun: [say`ticket`, say`tickets`],
    say: openHours,
  });
}

function worstTable(material: Material, worst: readonly Silence[]): Block {
  const ids = texts(material.facts.tables.tickets!, 'ticket_id');
  return {
    kind: 'table',
    id: 'longest-silences',
    foot: sourceOf(material, ['tickets', 'contacts']),
    table: {
      caption: say`The ${plural(worst.length, 'ticket')} with the longest silence, resolved ${windowSpan(material, 'B3')}, in opening hours`,
      columns: columnsOf([say`Ticket`, say`Client`, say`Resolved`, inHours(say`Silence`)], 3),
      rows: worst.map(({ row, client, resolved, length }) => [
        textCell(ids?.at(row) ?? null),
        clientCell(material, client),
        dayCell(resolved),
        { text: openHours(length), value: length / HOUR },
      ]),
    },
  };
}

/** How long clients hear nothing while a ticket is open, and the ten worst. */
export function silenceSection(material: Material): readonly Section[] {
  const chart = silenceChart(material);
  const worst = longestSilences(material.context) ?? [];
  if (chart === null || worst.length === 0) return [];
  const note = say`The first answer and every contact of ours that names the ticket end a silence. The list is for the firm only.`;
  return [{ id: 'silence', head: say`Silence`, note, blocks: [{ kind: 'chart', chart }, worstTable(material, worst)] }];
}
