import type { FieldSpec, TableName } from '../facts/table.ts';
import { tables } from '../facts/tables.ts';
import type { SettingsProblem, Source } from '../settings.ts';
import { isEncoding } from './bytes.ts';
import { isDuration, specOf } from './mapping.ts';
import { meant } from './nearest.ts';
import { formatIds, isFormat } from './recognise.ts';
import { readFlag } from './values.ts';

type Keys = readonly (string | number)[];
type Fault = readonly [keys: Keys, message: string];

const names = Object.keys(tables) as readonly TableName[];

/** The tables that an entry can speak of: its own, else any, since the file's format is not known yet. */
const tablesOf = ({ table }: Source): readonly TableName[] => (table === undefined ? names : names.filter((name) => name === table));

/** What a field is in each of the tables that have it. */
const specsOf = (among: readonly TableName[], field: string): readonly FieldSpec[] =>
  among.map((table) => specOf(table, field)).filter((spec) => spec !== undefined);

function unknownField(among: readonly TableName[], field: string): string {
  const all = [...new Set(among.flatMap((table) => Object.keys(tables[table].fields)))];
  const whose = among.length === 1 ? `the table ${among[0]!}` : 'no table of the facts';
  return `${whose} has ${among.length === 1 ? 'no' : 'a'} column ${field}${meant(field, all)}`;
}

/** Why a word cannot be the meaning of a field, null where it can be in one of the tables. */
function wrongMeaning(specs: readonly FieldSpec[], word: string): string | null {
  const fits = ({ kind, values }: FieldSpec): boolean => {
    if (word === '') return true;
    if (kind === 'flag') return readFlag(word) !== -1;
    if (kind === 'number') return Number.isFinite(Number(word));
    return values === undefined || values.includes(word);
  };
  if (specs.some(fits)) return null;
  const words = [...new Set(specs.flatMap(({ kind, values }) => (kind === 'flag' ? ['yes', 'no'] : (values ?? []))))];
  return words.length === 0 ? `"${word}" is not a number` : `"${word}" is not one of ${words.join(', ')}${meant(word, words)}`;
}

function columnFaults(source: Source, among: readonly TableName[]): readonly Fault[] {
  return Object.entries(source.columns).flatMap(([field, column]): readonly Fault[] => {
    const at = ['columns', field];
    const specs = specsOf(among, field);
    if (specs.length === 0) return [[at, unknownField(among, field)]];
    const isInstant = specs.some(({ kind }) => kind === 'instant');
    const faults: Fault[] = [];
    if (column.after !== undefined && !(isInstant && specsOf(among, column.after).some(({ kind }) => kind === 'instant')))
      faults.push([[...at, 'after'], `${field} and ${column.after} are not two dates of one table`]);
    else if (column.after !== undefined && source.table !== undefined && source.columns[column.after] === undefined)
      faults.push([[...at, 'after'], `no column is named for ${column.after}`]);
    if (column.unit !== undefined && column.after === undefined && !specs.some(isDuration)) faults.push([[...at, 'unit'], `${field} is not a duration`]);
    if (!isInstant && (column.zone !== undefined || column.date_form !== undefined)) faults.push([at, `${field} is not a date`]);
    if (source.set[field] !== undefined) faults.push([['set', field], `${field} has a column and a word for every row; give one of them`]);
    return faults;
  });
}

function wordFaults(source: Source, among: readonly TableName[]): readonly Fault[] {
  const said = [
    ...Object.entries(source.set).map(([field, word]) => ({ field, keys: ['set', field], words: [['', word]] as const })),
    ...Object.entries(source.values).map(([field, words]) => ({ field, keys: ['values', field], words: Object.entries(words) })),
  ];
  return said.flatMap(({ field, keys, words }): readonly Fault[] => {
    const specs = specsOf(among, field);
    if (specs.length === 0) return [[keys, unknownField(among, field)]];
    const isTold = source.table === undefined || source.columns[field] !== undefined || (field === 'class' && source.columns['answer'] !== undefined);
    if (keys[0] === 'values' && !isTold) return [[keys, `no column is named for ${field}; add it under columns`]];
    if (specs.every(({ kind }) => kind === 'instant')) return [[keys, `${field} is a date and takes no words`]];
    return words.flatMap(([word, meaning]): readonly Fault[] => {
      const wrong = wrongMeaning(specs, meaning);
      return wrong === null ? [] : [[word === '' && keys[0] === 'set' ? keys : [...keys, word], wrong]];
    });
  });
}

/** Columns without which every row of a mapping would be refused and that nothing tells. */
function lacking(source: Source, table: TableName): readonly string[] {
  const told = (field: string) => source.columns[field] !== undefined || source.set[field] !== undefined || (field === 'client' && source.client !== undefined);
  return Object.entries(tables[table].fields).flatMap(([field, { required }]) => (required && !told(field) ? [field] : []));
}

function faultsOf(source: Source): readonly Fault[] {
  const faults: Fault[] = [];
  if (source.files === undefined && source.headers === undefined)
    faults.push([[], 'say which files are meant: by files, a pattern of their names, or by headers']);
  if (source.encoding !== undefined && !isEncoding(source.encoding)) faults.push([['encoding'], 'no such encoding']);
  if (source.encoding !== undefined && source.files === undefined)
    faults.push([['encoding'], 'it needs files beside it, since columns are read after it is known']);
  if (source.format !== undefined && !isFormat(source.format)) faults.push([['format'], `no such format${meant(source.format, formatIds)}`]);
  if (source.format !== undefined && source.table !== undefined) faults.push([['format'], 'an entry with table is a format of its own; leave format out']);
  const among = tablesOf(source);
  if (among.length === 0) return [...faults, [['table'], `no table is called ${source.table}${meant(source.table!, names)}`]];
  if (source.scale !== undefined && !among.includes('surveys')) faults.push([['scale'], 'only surveys have a scale']);
  if (source.scale !== undefined && source.scale.low >= source.scale.high) faults.push([['scale'], 'the lowest answer must be below the highest']);
  faults.push(...columnFaults(source, among), ...wordFaults(source, among));
  const lacks = source.table === undefined ? [] : lacking(source, among[0]!);
  if (lacks.length > 0)
    faults.push([['columns'], `${source.table} needs ${lacks.join(', ')}; name the column of the file that holds ${lacks.length === 1 ? 'it' : 'them'}`]);
  return faults;
}

/** What cannot be used in the entries of `sources`, as far as the settings alone tell; each with its path. */
export function sourceFaults(sources: readonly Source[]): readonly SettingsProblem[] {
  return sources.flatMap((source, at) =>
    faultsOf(source).map(([keys, message]) => {
      const whole = ['sources', at, ...keys];
      return { path: whole.join('.'), keys: whole, message };
    }),
  );
}
