/** Courtesy against complaints, in hours of one period. A ratio is null where its divisor is zero. */
export interface Equation {
  readonly courtesyHours: number;
  readonly complaintHours: number;
  readonly net: number;
  /** Hours returned for each hour of courtesy. */
  readonly ratio: number | null;
  /** Complaints to avoid in the period for courtesy to pay for itself. */
  readonly breakEven: number | null;
}

/**
 * What courtesy costs and what it returns: contacts × seconds against complaints avoided × hours for each.
 * 200 contacts of 30 seconds (1 h 40 min) and 5 complaints of 6 hours (30 h) return 28 h 20 min, 18 to 1.
 */
export function equation(contacts: number, seconds: number, complaints: number, hoursEach: number): Equation {
  const courtesyHours = (contacts * seconds) / 3600;
  const complaintHours = complaints * hoursEach;
  return {
    courtesyHours,
    complaintHours,
    net: complaintHours - courtesyHours,
    ratio: courtesyHours === 0 ? null : complaintHours / courtesyHours,
    breakEven: hoursEach === 0 ? null : courtesyHours / hoursEach,
  };
}
