import { csv } from './csv.ts';
import type { Report } from './model.ts';

const FILES = 'file,format,table,encoding,delimiter,date_order,zone,read,used,duplicate,superseded,rejected,not_data,newest'.split(',');
const RESTATED = 'measure,week,was,is,n_was,n,reason'.split(',');
const REFUSALS = 'file,line,id,column,text,code,consequence'.split(',');

/** files.csv: what became of every file. */
export function filesCsv(report: Report): string {
  return csv([
    FILES,
    ...report.files.map((file) => [
      file.file,
      file.format,
      file.tables.join(' '),
      file.encoding,
      file.delimiter,
      file.dateOrder,
      file.zone,
      file.read,
      file.used,
      file.duplicate,
      file.superseded,
      file.rejected,
      file.notData,
      file.newest,
    ]),
  ]);
}

/** refusals.csv: every cell and row that could not be used. */
export function refusalsCsv(report: Report): string {
  return csv([REFUSALS, ...report.refusals.map((one) => [one.file, one.line, one.id, one.column, one.text, one.code, one.consequence])]);
}

/** restated.csv: every week of the firm that reads otherwise than in the report before. */
export function restatedCsv(report: Report): string {
  return csv([RESTATED, ...report.restated.map((one) => [one.measure, one.week, one.was, one.is, one.nWas, one.n, one.reason])]);
}
