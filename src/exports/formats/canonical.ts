import type { TableSpec } from '../../facts/table.ts';
import { tables } from '../../facts/tables.ts';
import type { Format, FromColumn } from './format.ts';

function canonical(spec: TableSpec): Format {
  const names = Object.keys(spec.fields);
  const required = names.filter((name) => spec.fields[name]!.required);
  const fields: Record<string, FromColumn> = Object.fromEntries(
    names.map((name) => [name, { from: name, unit: unitOf(spec, name), ...(spec.fields[name]!.kind === 'instant' ? { zeroIsMissing: true as const } : {}) }]),
  );
  return {
    id: `courtesy-${spec.name.replaceAll('_', '-')}`,
    title: `Courtesy, ${spec.name.replaceAll('_', ' ')}`,
    version: 1,
    needs: required,
    missing: ['-', '–', '?', 'n/a'],
    gives: [{ table: spec.name, fields }],
  };
}

const unitOf = (spec: TableSpec, name: string) => (spec.fields[name]!.unit === 'minutes' ? 'minutes' : undefined);

/** The canonical tables as formats: their headers are the facts' own names. */
export const canonicalFormats: readonly Format[] = Object.values(tables).map(canonical);
