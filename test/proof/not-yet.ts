/** Measures without a second computation. One that is added to the measures is proved, or named here. */
const NAMED = `
  B13 B13-done B15 B15-negative B15-positive B22-tickets
  A7 A7-offers A7-attendance A7-before A7-after A18 A20 A21 C4-serious C4-serious-negative C4-clear C4-clear-negative C4-honest C4-honest-negative
  C4-respect C4-respect-negative C5 C7 C9-need D19-high D19-medium D19-low E1 E5 E5-trips E17-high E17-low E18
`;

export const NOT_YET_PROVED: readonly string[] = NAMED.trim()
  .split(/\s+/)
  .filter((id) => id !== '');
