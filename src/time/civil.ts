/** A date of the proleptic Gregorian calendar; month 1 to 12, day 1 to 31. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_OF_ERA = 146_097;
const YEARS_OF_ERA = 400;
const MARCH_0000_TO_1970 = 719_468;

/**
 * Days from 1970-01-01 to a date. Years are counted from March, so that the leap day ends a year and the months before
 * it have a fixed pattern of 153 days in five. Formula: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
 */
export function dayOfCivil(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / YEARS_OF_ERA);
  const yearOfEra = marchYear - era * YEARS_OF_ERA;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_OF_ERA + dayOfEra - MARCH_0000_TO_1970;
}

/** The date of a day number since 1970-01-01, the inverse of dayOfCivil; every part is NaN for NaN. */
export function civilOf(dayNumber: number): CivilDate {
  const shifted = dayNumber + MARCH_0000_TO_1970;
  const era = Math.floor(shifted / DAYS_OF_ERA);
  const dayOfEra = shifted - era * DAYS_OF_ERA;
  const leaps = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((marchMonth + 2) % 12) + 1;
  return {
    year: yearOfEra + era * YEARS_OF_ERA + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}
