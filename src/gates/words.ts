import { decimal } from '../report/forms.ts';

/** A part of 100 with one decimal where that says more: "12 %", "5.4 %". */
export function percentText(value: number): string {
  return `${decimal(Number(value.toFixed(value < 10 ? 1 : 0)), 0, 1)} %`;
}
