import type { Block, Report, Table } from './model.ts';

const RESERVED = ['measures', 'files', 'refusals', 'restated'];

/** Blocks with those inside switches in their place. */
export function unfolded(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => (block.kind === 'switch' ? block.choices.flatMap((choice) => unfolded(choice.blocks)) : [block]));
}

function tableOf(block: Block): readonly [string, Table] | null {
  if (block.kind === 'chart') return [block.chart.id, block.chart.table];
  if (block.kind === 'equation' || block.kind === 'table' || block.kind === 'whatif') return [block.id, block.table];
  return null;
}

/** A table as its page sets it: the rows shown, of which its CSV has all. */
export const shownPart = (table: Table, shown: number | undefined): Table => (shown === undefined ? table : { ...table, rows: table.rows.slice(0, shown) });

/**
 * Every table of the pages by its id, which names its file under `data/`.
 * @throws Error when two tables share an id, or one takes the name of a file of the contract for machines.
 */
export function tablesOf(report: Report): ReadonlyMap<string, Table> {
  const tables = new Map<string, Table>();
  for (const block of report.pages.flatMap((page) => page.sections.flatMap((section) => unfolded(section.blocks)))) {
    const found = tableOf(block);
    if (found === null) continue;
    const [id, table] = found;
    if (tables.has(id) || RESERVED.includes(id)) throw new Error(`table id "${id}" is taken`);
    tables.set(id, table);
  }
  return tables;
}
