/** Why a measure leaves a row out, as pages and files say it. */
export const AFTER = 'after the as-of day';
export const TOO_OLD = 'more than ten years before the as-of day';

export const MERGED = 'merged into another ticket';
export const MACHINE = 'raised by monitoring, not by a person';
export const NOT_OPENED = 'no opening time';
export const NOT_ANSWERED = 'not answered by the as-of day';
export const BEFORE_OPENING = 'dated before it was opened';
export const NOT_RESOLVED = 'not resolved by the as-of day';
export const NO_RESOLUTION = 'closed without a resolution time';
export const REOPENED = 'reopened and not resolved again';
export const NOT_CLOSED = 'not closed by the as-of day';
export const NO_TARGET = 'no target time';

export const OTHER_QUESTION = 'not a satisfaction question';
export const NO_ANSWER = 'not answered';
export const NO_ANSWER_TIME = 'no answer time, and no resolution of its ticket';
export const NO_CLASS = 'neither positive, neutral nor negative as far as anything says';
export const NEUTRAL = 'a neutral answer';
export const NOT_NEGATIVE = 'not a negative answer';
export const NO_SCORE = 'no number on a known scale';
export const NOT_SENT = 'no sending time';
export const NO_CLOSED_TICKET = 'no closed ticket that it asks about';
export const SENT_EARLY = 'sent before the ticket was closed';

export const NOT_FORMAL = 'not a formal complaint';
export const NO_ANSWERS_KEPT = 'nothing records when it was answered';
export const TOO_YOUNG = 'not answered yet, and under 24 hours old';
export const NO_STEPS = 'made from a ticket, which records no steps';
export const STILL_OPEN = 'not closed by the as-of day';
export const NOT_ACTED = 'not acted on by the as-of day';
export const NOT_CONFIRMED = 'not confirmed by the as-of day';
export const UNTIMED = 'no time logged';
export const OTHER_SCOPE = 'another scope';
export const OTHER_CHANNEL = 'another channel';

export const NO_MINUTES = 'no minutes';
export const NO_COMPLAINT = 'not about a formal complaint';

export const NOT_DUE = 'not due by the as-of day';
export const OTHER_KIND = 'of another kind';
export const NO_KIND = 'nothing says of what kind';
export const IN_TIME = 'kept in time';
export const NOT_KEPT = 'not kept by the as-of day';
export const NOT_MADE = 'nothing says when it was made';
export const NOT_ASKED = 'the client asked for no time';
export const NO_LEAD = 'due when it was made, or before';
export const UNRECORDED = 'nothing records it';
export const NOT_CALLED = 'not called back by the as-of day';

export const NO_WINDOW = 'no window given';
export const WINDOW_OPEN = 'its window not over by the as-of day';
export const CANCELLED = 'cancelled';
export const NOT_CANCELLED = 'not cancelled by the as-of day';
export const NO_OUTCOME = 'nothing says whether we came';
export const NO_ARRIVAL = 'no arrival by the as-of day';
export const OTHER_SIDE = 'arrived within the window, or on its other side';
export const NO_VISIT = 'no arrival on site';
export const NO_CHANNEL = 'nothing says how';
export const NO_DAY = 'nothing says for when it was agreed';

export const BEFORE_CONTACTS = 'opened before contacts were kept';
export const SHORT = 'open for too short a time';
export const NEVER_OPEN = 'of a client whose calendar never opens';
export const NO_EXPECTATION = 'the client was told no time';
export const EXPECTATION_MISSED = 'not solved by the time told';
export const YOUNG_CLOSING = 'closed so lately that it may still come back';
export const NO_HANDOFFS = 'nothing says how often it changed hands';
export const NO_AGENT = 'nothing says who had it first and last';
export const NOT_VENDOR = 'not caused by a maker or supplier, as far as anything says';
export const NO_STATUS = 'no status';
export const NO_TICKET_TARGET = 'about no solved ticket with a target time';
export const OTHER_OUTCOME = 'of another outcome';

export const INWARD = 'not begun by us, as far as anything says';
export const ABOUT_TICKET = 'about a ticket';
export const NO_SENTIMENT = 'nothing says how it felt or what it was about';
export const OTHER_MOOD = 'of another mood';
export const NO_CONTACT_BEFORE = 'no contact with the client before it';
export const NO_PREFERENCE = 'nothing says how the client likes to be reached';

export const YOUNG_PART = 'replaced so lately that there is time to follow up';
export const NO_FAILURE = 'did not fail again by the as-of day';
export const LATE_FAILURE = 'failed again after more than 60 days';
export const NO_FINDER = 'nothing says who noticed';
export const NOT_REVIEW = 'not a review';
export const NOT_HELD = 'not held by the as-of day';
export const FIRST_REVIEW = 'the first review on record with the client';
export const SAME_DAY = 'on the day of another review with the client';
export const NO_CLIENT = 'of no client';
export const NO_MONTH = 'about no month';
export const BEFORE_END = 'sent before the month was over';

export const NOT_COMMITTED = 'nothing was committed to by the as-of day';
export const NO_COMMITTED_DAY = 'no day was given for it';
export const FIRST_FAILURE = 'no complaint about the same before it';
export const NO_CAUSE = 'no cause';
export const OTHER_CAUSE = 'of another cause';
export const NOT_REOPENED = 'not reopened by the as-of day';
export const YOUNG_ANSWER = 'under 24 hours old';
export const STAND_IN_TIME = 'no answer time of its own';
export const BEFORE_CONTACTS_KEPT = 'before contacts were kept';
export const BEFORE_TICKETS_KEPT = 'before tickets were kept';

export const NO_VENDOR_WORD = 'nothing says whether a maker or supplier caused it';
export const NO_CAUSED_TICKET = 'about no ticket caused by a maker or supplier';
export const NO_VERDICT = 'nothing says whether it was accepted';

export const NO_ACTIVITY = 'nothing says what kind of work it was';
export const OTHER_WORK = 'not work on equipment';
export const NO_NOTICE = 'no notice in the 24 hours before';
export const NO_EXTRA = 'no extra request on site';
export const OTHER_WORD = 'neither done nor declined, as far as anything says';
export const BEFORE_REOPENING = 'before the ticket was reopened';
export const NO_TICKET = 'about no ticket on record';
export const NO_CATEGORY = 'no category';
export const OTHER_CATEGORY = 'of another category';

export const NO_FINDING = 'nothing says what the inquiry found';
export const JUSTIFIED = 'found justified, wholly or in part';
export const YOUNG_DISPUTE = 'not talked over yet, and under ten working days old';
export const NO_SEVERITY = 'nothing says how grave it is';
export const OTHER_SEVERITY = 'of another severity';
export const NO_PRIORITY = 'no priority, or one whose rank nothing says';
export const LOWER_PRIORITY = 'of a lower priority';

export const NOT_INVITED = 'nobody was invited';
export const NO_ATTENDANCE = 'nothing says whether anybody came';
export const NOT_ATTENDED = 'nobody came';
export const YOUNG_COURSE = 'under 60 days ago';
export const BEFORE_TICKETS = 'under 60 days after tickets were first kept';
export const BEFORE_TRAINING = 'before training was kept';
export const YOUNG_OFFER = 'nothing offered yet, and under 30 days old';

export const NO_ITEM = 'not asked this, or not answered';
export const LITTLE_WORK = 'four hours of work logged, or less';
export const NOT_RECOMMEND = 'does not ask whether the client would recommend us';
export const NO_PROMOTER = 'would not recommend us';
export const YOUNG_FAILURE = 'no spare yet, and under one business day ago';
export const YOUNG_STORM = 'opened under 90 days ago';
export const SHORT_CONTACTS = 'opened under 26 weeks after contacts were first kept';
export const NO_ANSWERS_AROUND = 'no answers of the client before it, or after it';
export const OTHER_CONTACT = 'of a client with more or fewer contacts that nobody asked for';

/** The exclusions of a measure, with the one that every measure has. */
export function leaves(...reasons: readonly string[]): readonly string[] {
  return [...reasons, TOO_OLD];
}
