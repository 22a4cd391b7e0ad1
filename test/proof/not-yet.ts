/** Measures without a second computation. One that is added to the measures is proved, or named here. */
const NAMED = `
  A4 A4-gap A5 A16 A23 B1-14 B1-30 B2 B2-3 B2-owner B3 B5 B6 B8 B8-age B8-open B9 B9-accepted B11 B11-both B14 B14-delay B17 B20 C1 C2 C6 C6-gap C8
  C9-held D16 E3-complaints E3-hours E3-negative E4 E15 E15-complaints
`;

export const NOT_YET_PROVED: readonly string[] = NAMED.trim().split(/\s+/);
