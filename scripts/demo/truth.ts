/** What is planted in the demo workspace, as chosen; what came of it is counted into test/fixtures/demo-truth.json. */

/** First Monday, number of complete ISO weeks, last day of the last one, and the moment (UTC) of the newest export. */
export const span = {
  firstMonday: '2025-03-03',
  weeks: 78,
  asOf: '2026-08-30',
  now: '2026-09-02T16:30:00Z',
} as const;

/**
 * The courtesy programme: its first Monday and the Poisson means a week that the generator draws from.
 * Contacts and complaints shrink by the same factor in weeks with holidays, so the rate per 1,000 contacts is constant
 * on either side of the start.
 */
export const programme = {
  start: '2026-02-02',
  baselineWeeks: 48,
  contactsAWeek: 200,
  complaintsAWeekBefore: 8,
  complaintsAWeekAfter: 4.25,
} as const;

/** Hours logged against a complaint: log-normal mean, sigma of its logarithm, and the share with no time at all. */
export const complaintHours = { mean: 5.4, sigma: 0.8, shareWithout: 0.1 } as const;

/** Which client (by id) shows which trait. */
export const special = {
  unhappy: 'foxglove',
  unhappyFrom: '2026-05-04',
  neverAnswers: 'hollin',
  noContactSince: '2026-07-20',
  threeTickets: 'ivybridge',
  cyrillic: 'vektor',
  accents: 'lodz',
  twoSpellings: ['kestrel', 'brackley'],
  missedVisits: 'brackley',
  onTimeRun: 'ashdown',
  unansweredComplaint: 'greyfriars',
  contractEnding: 'penhale',
  ended: 'dunmore',
  unmappedCompany: 'Sandpiper Lettings',
} as const;

/** A cause of complaints that was fixed: rarer from this day on. */
export const fixedCause = { cause: 'invoice unclear', date: '2026-04-13' } as const;

/** Share of closed complaints in which each of the eight steps is done; 'restated' is skipped most. */
export const stepShares = {
  responded: 0.97,
  thanked: 0.8,
  heard: 0.86,
  restated: 0.4,
  apologised: 0.78,
  committed: 0.74,
  acted: 0.9,
  confirmed: 0.6,
} as const;

/** One number a subject; changing it deals that subject's rows anew. Chosen so that the rows show what is planted. */
export const seeds = {
  tickets: 1,
  surveys: 13,
  complaints: 14,
  contacts: 1,
  hours: 4,
  visits: 1,
  promises: 1,
  reviews: 1,
  equipment: 1,
} as const;
