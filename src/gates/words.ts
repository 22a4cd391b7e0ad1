/** "1 row", "2,500 rows". */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',')} ${value === 1 ? one : many}`;
}

/** A part of 100 with one decimal where that says more: "12 %", "5.4 %". */
export function percentText(value: number): string {
  return `${Number(value.toFixed(value < 10 ? 1 : 0))} %`;
}

/** A name of a table as people say it. */
export function tableText(table: string): string {
  return table.replaceAll('_', ' ');
}
