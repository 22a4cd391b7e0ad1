/** A whole number with its thousands set apart by commas, as messages write it. */
export function thousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
