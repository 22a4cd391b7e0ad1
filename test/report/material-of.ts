import { readExports } from '../../src/exports/exports.ts';
import { buildFacts } from '../../src/facts/facts.ts';
import { loadWorkspace } from '../../src/load/workspace.ts';
import { figuresOf } from '../../src/measures/cells.ts';
import { contextOf } from '../../src/measures/context.ts';
import { measures } from '../../src/measures/index.ts';
import type { Context } from '../../src/measures/measure.ts';
import type { Material } from '../../src/report/material.ts';
import { slugs } from '../../src/report/slugs.ts';
import { zoneOf } from '../../src/time/zone.ts';
import { contextAt, day, factsOf, type Rows } from '../measures/facts-of.ts';

export function materialOf(context: Context): Material {
  const { facts, settings } = context;
  const folders = slugs(facts.clients.list.map(({ id }) => id));
  const clients = facts.clients.list.map(({ id, name }, at) => ({
    id,
    name,
    slug: folders[at]!,
    mapped: facts.clients.listed,
  }));
  return { firm: settings.firm.name, facts, context, figures: figuresOf(measures, context), measures, clients };
}

/** The material of a few rows at the end of 2026-03-15, a Sunday. */
export function small(rows: Rows, raw: object = {}, clients?: Parameters<typeof factsOf>[1]): Material {
  return materialOf(contextAt('2026-03-15', factsOf(rows, clients), raw));
}

/** The material of the demo firm at the end of 2026-08-30. */
export async function demo(): Promise<Material> {
  const workspace = await loadWorkspace(new URL('../../data', import.meta.url).pathname);
  if ('issues' in workspace) throw new Error(JSON.stringify(workspace.issues));
  const { settings, files } = workspace;
  const firm = zoneOf(settings.firm.zone)!;
  const read = await readExports(files, settings, { firm, zoneOf });
  const facts = buildFacts(read.tables, read.files, { aliases: settings.aliases, rule: settings.complaints.rule });
  return materialOf(contextOf(facts, settings, day('2026-08-30'), firm));
}
