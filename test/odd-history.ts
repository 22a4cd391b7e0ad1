/** Rows of the canonical tables, by table; every row of a table has the same columns. */
export type Sheets = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;

export interface Shape {
  readonly clients: readonly string[];
  readonly weeks: number;
  /** Tickets in each week. */
  readonly tickets: number;
  /** Text of a cell that is free text; plain words where absent. */
  readonly text?: (at: number) => string;
}

type Row = Readonly<Record<string, string>>;

const HOUR = 3_600_000;
const WEEK = 168 * HOUR;
/** A Monday; all histories end in the week before. */
const END = Date.UTC(2026, 7, 31);

/** Numbers in [0, 1) that depend on nothing but their order (mulberry32, Tommy Ettinger). */
function numbers(): () => number {
  let state = 29;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The instant as canonical tables write it, '' after the end of the history. */
const instant = (at: number, last: number): string => (at > last ? '' : new Date(at).toISOString().slice(0, 16) + 'Z');
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

const PLAIN = ['printer', 'mail', 'laptop', 'network', 'backup'];

/** Everything that happened in so many weeks at these clients, in every table; the same for the same shape. */
export function historyOf(shape: Shape): Sheets {
  const random = numbers();
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  let texts = 0;
  const text = (): string => (shape.text === undefined ? pick(PLAIN) : shape.text(texts++));
  const last = END - 3 * 24 * HOUR;
  const begun = END - shape.weeks * WEEK;
  const count = shape.tickets * shape.weeks;
  const at = (n: number): number => begun + ((n + random()) / count) * (shape.weeks * WEEK - 3 * 24 * HOUR);
  const id = (letter: string, n: number): string => (shape.text === undefined ? `${letter}${n}` : `${letter}${n}${text()}`);
  const of = shape.clients.length;
  const client = (n: number): string => shape.clients[(n + Math.floor(n / of)) % of]!;
  const numbersOf = Array.from({ length: count }, (_, n) => ({ n, at: at(n), id: id('T', n), client: client(n) }));

  const tickets = numbersOf.map(({ id: ticket_id, at: opened, client: of }): Row => {
    const answered = opened + random() ** 3 * 30 * HOUR;
    const resolved = answered + random() ** 3 * 200 * HOUR;
    return {
      ticket_id,
      client: of,
      requester: text(),
      subject: text(),
      opened_at: instant(opened, last),
      first_response_at: instant(answered, last),
      resolved_at: instant(resolved, last),
      closed_at: instant(resolved + HOUR, last),
      priority: pick(['high', 'low']),
      type: text(),
      category: text(),
      channel: text(),
      agent: text(),
      team: text(),
      cause: text(),
      asset: text(),
      tags: text(),
    };
  });
  const every = (step: number) => numbersOf.filter(({ n }) => n % step === 0);
  const surveys = every(3).map(({ n, id: ticket_id, at: sent, client: of }): Row => ({
    response_id: id('S', n),
    ticket_id,
    client: of,
    respondent: text(),
    kind: 'csat',
    sent_at: instant(sent, last),
    answered_at: random() < 0.7 ? instant(sent + random() * 40 * HOUR, last) : '',
    answer: pick(['5', '5', '5', '4', '4', '3', '1']),
    scale_low: '1',
    scale_high: '5',
    comment: text(),
    approved: 'yes',
  }));
  const answered = surveys.map((row) => ({ ...row, answer: row['answered_at'] === '' ? '' : row['answer']! }));
  const contacts = numbersOf.map(({ n, at: spoken, client: of }): Row => ({
    contact_id: id('C', n),
    client: of,
    at: instant(spoken, last),
    direction: pick(['in', 'out']),
    channel: pick(['phone', 'mail', 'in-person']),
    kind: n % 7 === 0 ? text() : pick(['problem', 'proactive', 'update', 'card']),
    sentiment: pick(['positive', 'neutral', 'negative']),
    requester: text(),
    agent: text(),
  }));
  const promises = every(2).map(({ n, id: ticket_id, at: made, client: of }): Row => ({
    promise_id: id('P', n),
    client: of,
    ticket_id,
    kind: n % 22 === 0 ? text() : pick(['task', 'callback', 'quote', 'arrival']),
    wording: text(),
    made_at: instant(made, last),
    due_at: instant(made + 30 * HOUR, Infinity),
    told_at: random() < 0.1 ? instant(made + 20 * HOUR, last) : '',
    kept_at: instant(made + random() * 36 * HOUR, last),
  }));
  const complaints = every(17).map(({ n, id: ticket_id, at: received, client: of }): Row => ({
    complaint_id: id('K', n),
    ticket_id,
    client: of,
    requester: text(),
    channel: pick(['phone', 'mail']),
    received_at: instant(received, last),
    responded_at: instant(received + random() * 40 * HOUR, last),
    apologised_at: instant(received + 50 * HOUR, last),
    closed_at: instant(received + 90 * HOUR, last),
    severity: text(),
    scope: pick(['in', 'out', 'unclear']),
    finding: pick(['upheld', 'partly', 'not-upheld']),
    cause: text(),
  }));
  const appointments = every(9).map(({ n, id: ticket_id, at: agreed, client: of }): Row => ({
    appointment_id: id('A', n),
    client: of,
    ticket_id,
    scheduled_on: instant(agreed, last),
    window_start: instant(agreed + 24 * HOUR, Infinity),
    window_end: instant(agreed + pick([25, 26, 28]) * HOUR, Infinity),
    arrived_at: instant(agreed + (23.5 + random() * 3) * HOUR, last),
    status: n % 90 === 0 ? text() : 'done',
  }));
  const replacements = every(40).map(({ n, at: replaced, client: of }): Row => ({
    replacement_id: id('R', n),
    client: of,
    asset: text(),
    replaced_at: instant(replaced, last),
    followed_up_at: random() < 0.6 ? instant(replaced + 100 * HOUR, last) : '',
  }));
  const meetings = every(60).map(({ n, at: planned, client: of }): Row => ({
    meeting_id: id('M', n),
    client: of,
    kind: 'review',
    planned_at: instant(planned, last),
    held_at: instant(planned, last),
    record_ref: random() < 0.5 ? text() : '',
  }));
  const time_entries = every(17).map(({ n, at: started, client: of }): Row => ({
    entry_id: id('E', n),
    complaint_id: complaints[n / 17]!['complaint_id']!,
    client: of,
    agent: text(),
    started_at: instant(started, last),
    minutes: `${20 + Math.floor(random() * 200)}`,
    activity: text(),
  }));
  const training = every(80).map(({ n, at: held, client: of }): Row => ({
    event_id: id('L', n),
    client: of,
    at: instant(held, last),
    kind: text(),
    invited: '8',
    attended: '5',
  }));
  const events = [0.3, 0.6].map((share): Row => ({ date: day(begun + share * (last - begun)), client: '', kind: 'fixed', cause: text(), label: text() }));
  const register = shape.clients.map((name, n): Row => ({
    client: name,
    name,
    account_manager: text(),
    start: day(begun),
    review_days: '91',
    contact_preference: text(),
    next_review: day(END + (n % 20) * 24 * HOUR),
  }));
  return {
    tickets,
    surveys: answered,
    contacts,
    promises,
    complaints,
    appointments,
    replacements,
    meetings,
    time_entries,
    training,
    events,
    clients: register,
  };
}
