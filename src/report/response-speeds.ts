import { say } from '../language/language.ts';

/** How pages speak of a time that runs on two clocks. */
export interface SpeedWords {
  /** "time to the first answer". */
  readonly time: () => string;
  readonly byWeek: () => string;
  readonly byTicket: () => string;
  /** What half of the tickets did within the median: the tickets with their number, and the median. */
  readonly half: (tickets: string, median: string) => string;
  readonly halfOpen: (tickets: string, median: string) => string;
  readonly few: (tickets: string, within: string) => string;
}

/** A time that runs on two clocks, and how pages speak of it. */
export interface Speed {
  /** Stands in the ids of its charts. */
  readonly id: 'first-response' | 'resolution';
  readonly elapsed: string;
  readonly working: string;
  readonly words: SpeedWords;
}

export const FIRST_RESPONSE: Speed = {
  id: 'first-response',
  elapsed: 'F1-elapsed',
  working: 'F1-working',
  words: {
    time: () => say`time to the first answer`,
    byWeek: () => say`First response by week`,
    byTicket: () => say`First response, ticket by ticket`,
    half: (tickets, median) => say`Half of ${tickets} had an answer within ${median}`,
    halfOpen: (tickets, median) => say`In opening hours, half of ${tickets} had an answer within ${median}`,
    few: (tickets, within) => say`Only ${tickets} had a recorded answer ${within}`,
  },
};

export const RESOLUTION: Speed = {
  id: 'resolution',
  elapsed: 'F2-elapsed',
  working: 'F2-working',
  words: {
    time: () => say`time to the resolution`,
    byWeek: () => say`Resolution by week`,
    byTicket: () => say`Resolution, ticket by ticket`,
    half: (tickets, median) => say`Half of ${tickets} were solved within ${median}`,
    halfOpen: (tickets, median) => say`In opening hours, half of ${tickets} were solved within ${median}`,
    few: (tickets, within) => say`Only ${tickets} came to a resolution ${within}`,
  },
};
