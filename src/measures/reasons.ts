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

/** The exclusions of a measure, with the one that every measure has. */
export function leaves(...reasons: readonly string[]): readonly string[] {
  return [...reasons, TOO_OLD];
}
