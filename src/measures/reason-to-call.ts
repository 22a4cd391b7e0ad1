export type CallRule = 'silent' | 'no-contact' | 'complaints' | 'unanswered' | 'below' | 'visits' | 'ending';

/** Why a client needs a call, as data; each rule says what its numbers and days are. */
export interface Reason {
  /**
   * silent: nothing answered in 13 weeks, `count` surveys sent. no-contact: no contact from us for `days`, null = none
   * on record. complaints: `count` in the last `days`. unanswered: `count` complaints without an answer for 24 h, the
   * oldest for `days`. below: satisfaction below its band, with `count` answers. visits: the last `count` visits were
   * missed. ending: the contract ends in `days`, and satisfaction lies below its band, with `count` answers, or nobody can
   * tell, null.
   */
  readonly rule: CallRule;
  readonly count: number | null;
  readonly days: number | null;
}
