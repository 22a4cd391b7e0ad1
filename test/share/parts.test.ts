import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letterFor, lettersIn } from '../../src/report/letters.ts';
import type { ClientRecord, ClientShare } from '../../src/report/share-model.ts';
import { reviewPeriod } from '../../src/report/review-period.ts';
import { slicesOf, textsOf } from '../../src/share/audience.ts';
import { contentCsv } from '../../src/share/csv.ts';
import { letterHtml } from '../../src/share/markdown.ts';
import { contentOf } from '../../src/share/page.ts';
import { runningStyle } from '../../src/share/running.ts';
import { folderOf } from '../../src/share/tokens.ts';
import { dayFromText } from '../../src/time/weeks.ts';
import { complaint, promises, recordOf, satisfied, shareOf, visits } from './made.ts';

const day = (text: string): number => dayFromText(text)!;
const SECRET = 'x'.repeat(32);
const inTime = (at: string) => ({ day: at, place: 0.5, outcome: 'inside' as const, off: null });

describe('a folder', () => {
  test('has 160 bits, the same for the same, another for another', () => {
    const one = folderOf(SECRET, 'alder', '0.0');
    expect(one).toMatch(/^[a-z2-7]{32}$/);
    expect(folderOf(SECRET, 'alder', '0.0')).toBe(one);
    const others = [
      folderOf(SECRET, 'birch', '0.0'),
      folderOf(SECRET, 'alder', '1.0'),
      folderOf(SECRET, 'alder', '0.1'),
      folderOf('y'.repeat(32), 'alder', '0.0'),
    ];
    expect(new Set([one, ...others]).size).toBe(5);
    expect(() => folderOf('short', 'alder', '0.0')).toThrow(RangeError);
  });
});

describe('a review period', () => {
  const asOf = day('2026-08-30');
  test('is the last whole quarter, and before it the one before', () => {
    expect(reviewPeriod('quarter', asOf, NaN)).toEqual({ period: { from: '2026-04-01', to: '2026-06-30' }, before: { from: '2026-01-01', to: '2026-03-31' } });
    expect(reviewPeriod('quarter', day('2026-06-30'), NaN).period.to).toBe('2026-06-30');
    expect(reviewPeriod('review_days', asOf, NaN)).toEqual(reviewPeriod('quarter', asOf, NaN));
  });
  test('is so many days up to the as-of day, or from one day to another', () => {
    expect(reviewPeriod({ days: 28 }, asOf, NaN)).toEqual({
      period: { from: '2026-08-03', to: '2026-08-30' },
      before: { from: '2026-07-06', to: '2026-08-02' },
    });
    expect(reviewPeriod('review_days', asOf, 28)).toEqual(reviewPeriod({ days: 28 }, asOf, NaN));
    expect(reviewPeriod({ from: '2026-08-01', to: '2026-12-31' }, asOf, NaN).period).toEqual({ from: '2026-08-01', to: '2026-08-30' });
  });
});

describe('an account manager’s words', () => {
  const text = 'No date\n\n## 2026 Q3\n\nAutumn\n\n### Notes\nmore\n\n## 2026-06\nJune\n## 2026-01-01 to 2026-03-31\nWinter';
  test('stand under the time that their heading names', () => {
    const letters = lettersIn(text);
    expect(letters.map(({ from }) => from)).toEqual(['2026-07-01', '2026-06-01', '2026-01-01']);
    expect(letterFor(letters, { from: '2026-07-01', to: '2026-09-30' })).toBe('Autumn\n\n### Notes\nmore');
    expect(letterFor(letters, { from: '2026-04-01', to: '2026-06-30' })).toBe('June');
    expect(letterFor(letters, { from: '2025-01-01', to: '2025-03-31' })).toBeNull();
    expect(lettersIn('## 2026 Q5\nx\n## 2026-13\ny')).toEqual([]);
  });
  test('end at any heading that could begin another time, however it is written', () => {
    const autumn = (after: string) => letterFor(lettersIn(`## 2026 Q3\n\nThanks.\n\n${after}`), { from: '2026-07-01', to: '2026-09-30' });
    for (const heading of ['## Q4 2026', '##Q4 2026', '  ## Q4 2026 ##', '##', '# Next', 'Q4 2026\n-------', 'Q4 2026\n==', '## 2026 Q4', '##2026 Q4'])
      expect(autumn(`${heading}\nDRAFT`), heading).toBe('Thanks.');
    expect(autumn('```\nnever closed\n## Q4 2026\nDRAFT')).toBe('Thanks.\n\n```\nnever closed');
    for (const words of [
      '### Q4\nmore',
      '#4 is done',
      'one\n\n---\ntwo',
      '- one\n---\ntwo',
      '    ## set in',
      '```\n## 2026 Q4\n````\nmore',
      '~~~ sh\n# x\n~~~',
    ])
      expect(autumn(words), words).toBe(`Thanks.\n\n${words}`);
  });
  test('become markup that can do no harm', () => {
    const html = letterHtml(
      '# Big\n\n<script>x</script> **b** [ok](https://a.example) [no](javascript:alert(1)) ![p](https://a.example/p.png) [d](data:text/html,x) [m](mailto:a@b.example)',
    );
    expect(html).not.toMatch(/<script|<img|javascript:"|href="(javascript|data)/);
    expect(html).toContain('<h3>Big</h3>');
    expect(html).toContain('href="https://a.example" rel="noreferrer noopener"');
    expect(html).toContain('href="mailto:a@b.example"');
  });
  test('hold no element but those of a letter, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (written) => {
        const tags = [...letterHtml(written).matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag!);
        expect(tags.filter((tag) => !['p', 'em', 'strong', 'ul', 'ol', 'li', 'blockquote', 'h3', 'hr', 'br', 'a', 'code', 's'].includes(tag))).toEqual([]);
      }),
    );
  });
});

const firm = { name: 'Rowan IT', zone: 'UTC', locale: 'en', logo: null, accent: null };
const slicesWith = (more: Partial<ClientShare>) => slicesOf({ firm, asOf: '2026-07-12', shares: [shareOf(more)] });
const sliceWith = (more: Partial<ClientRecord>) => slicesWith({ record: recordOf(more) }).get('f')!;

/** The same with a strange field in every object. */
function padded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(padded);
  if (typeof value !== 'object' || value === null) return value;
  return { ...Object.fromEntries(Object.entries(value).map(([key, one]) => [key, padded(one)])), secret: 'leaked' };
}

const full = recordOf({
  letter: 'Hello',
  answers: { times: [60_000, 120_000], median: 90_000, nine: 114_000, before: { median: 1, n: 1 }, firm: { median: 1, n: 9 } },
  satisfied: satisfied(9, 12, {
    low: 0.47,
    high: 0.91,
    before: { hits: 1, n: 1 },
    firm: { hits: 5, n: 9 },
    quotes: [{ day: '2026-05-01', text: 'Good' }],
  }),
  visits: visits(1, 2, {
    run: 1,
    list: [
      { day: '2026-05-01', place: null, outcome: 'late', off: 60_000 },
      { day: '2026-05-02', place: 0.5, outcome: 'inside', off: null },
    ],
  }),
  promises: promises(0, 1, {
    list: [{ wording: '=1+1', kind: 'task', due: '2026-05-01', done: null, inTime: false, told: null }],
    owed: [{ wording: 'B', kind: null, due: '2026-05-01', revised: null }],
  }),
  unanswered: { asked: 3 },
  complaints: [complaint({ answered: 60_000, acted: '2026-05-02', confirmed: '2026-05-03' })],
  begun: [{ part: 'visits', day: '2026-04-20' }],
  since: {
    sent: '2026-04-02',
    period: { from: '2026-01-01', to: '2026-03-31' },
    changes: [
      { figure: 'promises', was: { value: 1, n: 2 }, is: { value: 2, n: 2 }, why: 'corrected' },
      { figure: 'visits', was: { value: 1, n: 2 }, is: null, why: 'fewer' },
    ],
  },
  next: { review: '2026-08-01', planned: true, agenda: true, visits: ['2026-07-20'], requests: { open: 2, oldest: '2026-06-01' } },
});

describe('a slice', () => {
  test('holds what is named and nothing that comes later', () => {
    const slices = slicesOf(padded({ firm, asOf: '2026-07-12', shares: [shareOf({ record: full })] }) as never);
    const plain = slicesWith({ record: full });
    expect(JSON.stringify([...slices])).not.toContain('leaked');
    expect([...slices]).toEqual([...plain]);
    expect(plain.get('f')!.record).toEqual(full);
  });
  test('tells every text that people wrote', () => {
    expect(textsOf(sliceWith(full)).toSorted()).toEqual(['=1+1', 'Alder Works', 'B', 'Good', 'Hello', 'Miriam Stokes', 'task']);
  });
  test('is not made of a page that is off', () => {
    expect(slicesWith({ state: 'off', folder: null, record: null }).size).toBe(0);
  });
});

describe('a page', () => {
  test('of a client of whom nothing is recorded says so', () => {
    const content = contentOf(sliceWith({}));
    expect(content.title).toBe('Your review');
    expect(content.figures).toEqual([]);
    expect(content.sections.map(({ id }) => id)).toEqual(['wrong']);
    expect(content.sections[0]!.note).toContain('holds nothing that went wrong');
  });
  test('says that nothing is recorded only where nothing is', () => {
    const opening = (more: Partial<ClientRecord>) => {
      const { title, lead } = contentOf(sliceWith(more));
      return [title, lead];
    };
    const late = { day: '2026-06-04', place: null, outcome: 'late' as const, off: 60_000 };
    expect(opening({})).toEqual(['Your review', 'Our record of this time holds no requests, visits, promises or answers of yours.']);
    expect(opening({ visits: visits(0, 1, { list: [late] }) })).toEqual(['The one visit did not come inside the time we gave', '']);
    expect(opening({ visits: visits(1, 1, { run: 1, list: [inTime('2026-06-04')] }) })).toEqual(['The one visit came inside the time we gave', '']);
    expect(opening({ complaints: [complaint()] })).toEqual(['Your review', 'What is on record of your complaint stands below.']);
    expect(opening({ complaints: [complaint(), complaint()] })[1]).toBe('What is on record of your complaints stands below.');
    const owed = [{ wording: 'B', kind: null, due: '2026-07-01', revised: null }];
    expect(opening({ promises: promises(0, 0, { owed }) })).toEqual(['Your review', 'What we promised you and have not done yet stands below.']);
  });
  test('counts all and none of a few in words', () => {
    const titled = (more: Partial<ClientRecord>) => contentOf(sliceWith(more)).title.replaceAll('\u00a0', ' ');
    const waited = (...times: readonly number[]) => ({ times, median: times[0]!, nine: times.at(-1)!, before: null, firm: null });
    expect([0, 1, 2].map((hits) => titled({ satisfied: satisfied(hits, 2) }))).toEqual([
      'None of your 2 answers was satisfied',
      '1 of your 2 answers was satisfied',
      'Both your answers were satisfied',
    ]);
    expect(titled({ satisfied: satisfied(12, 12) })).toBe('All 12 of your answers were satisfied');
    expect(titled({ promises: promises(0, 1) })).toBe('The one promise was not kept by the time we gave');
    expect(titled({ answers: waited(60_000, 120_000) })).toBe('Both your requests had an answer within 2 min');
    expect(titled({ answers: waited(60_000, 120_000, 180_000) })).toBe('All 3 requests had an answer within 3 min');
  });
  test('of few rows gives counts and no drawing of an interval', () => {
    const few = contentOf(sliceWith({ satisfied: { ...full.satisfied!, hits: 1, n: 1, low: 0.2, high: 1 }, answers: { ...full.answers!, times: [120_000] } }));
    expect(few.title).toBe('Your one request had an answer within 2 min'.replace('2 min', '2\u00a0min'));
    expect(few.sections.find(({ id }) => id === 'answers')).toMatchObject({ title: 'Your one answer was satisfied', drawing: null });
  });
  test('says first what fell short', () => {
    const poor = contentOf(sliceWith({ ...full, satisfied: { ...full.satisfied!, hits: 10, n: 30, low: 0.19, high: 0.51 } }));
    expect(poor.title).toBe('10 of your 30 answers were satisfied');
    expect(poor.lead).toContain('below what we aim for');
  });
  test('opens with on-time arrivals only where every visit of its time was one', () => {
    const list = [1, 2, 3, 4].map((at) => ({ ...full.visits!.list[0]!, day: `2026-05-0${at}`, outcome: 'inside' as const }));
    const titled = (hits: number, n: number) => contentOf(sliceWith({ visits: visits(hits, n, { run: 3, list }), promises: promises(15, 20) })).title;
    expect([titled(4, 4), titled(3, 4), titled(2, 2)]).toEqual([
      'Another on-time arrival',
      '15 of 20 promises were kept by the time we gave',
      '15 of 20 promises were kept by the time we gave',
    ]);
  });
  test('promises below only what stands there', () => {
    const below = satisfied(7, 20, { low: 0.18, high: 0.57 });
    const of = (more: Partial<ClientRecord>) => {
      const { lead, sections } = contentOf(sliceWith({ satisfied: below, ...more }));
      return [lead, sections.find(({ id }) => id === 'wrong')!.note];
    };
    expect(of({})).toEqual([
      'That is below what we aim for. Our record of this time does not say what went wrong; please tell us.',
      'Our record of this time does not say what went wrong: no complaint, no visit outside the time given, no promise not kept. Please tell us what we did not see.',
    ]);
    expect(of({ complaints: full.complaints })).toEqual([
      'That is below what we aim for. What our record holds of complaints, promises and visits stands below; what else went wrong, please tell us.',
      null,
    ]);
    expect(contentOf(sliceWith({ satisfied: satisfied(4, 4) })).sections.find(({ id }) => id === 'wrong')!.note).toContain('holds nothing that went wrong');
  });
  test('says since when there are records, where they begin inside its time', () => {
    const of = (more: Partial<ClientRecord>) => {
      const { since, colophon } = contentOf(sliceWith({ satisfied: satisfied(2, 2), promises: promises(3, 3), ...more }));
      return [since, colophon.match(/Our records begin.*?\./)?.[0] ?? null].map((words) => words?.replaceAll('\u00a0', ' ') ?? null);
    };
    const begun = [{ part: 'answers', day: '2026-05-11' } as const, { part: 'promises', day: '2026-05-12' } as const];
    expect(of({})).toEqual([null, null]);
    expect(of({ begun })).toEqual(['records since 11 May 2026', 'Our records begin inside this time: answers on 11 May 2026, promises on 12 May 2026.']);
    expect(of({ begun: begun.slice(1) })).toEqual([null, 'Our records begin inside this time: promises on 12 May 2026.']);
  });
  test('names every fault with what was done', () => {
    const wrong = contentOf(sliceWith(full)).sections.find(({ id }) => id === 'wrong')!;
    expect(wrong.entries.map(({ what }) => what)).toEqual([
      'We arrived 1\u00a0min after the time we gave.',
      '“=1+1” was due. It is still open. We did not tell you before.',
      'You complained. We answered after 1\u00a0min. We acted on 2\u00a0May. You confirmed on 3\u00a0May that it was done. It is still open.',
    ]);
  });
  test('tells of a complaint what is recorded, step by step, and what is not', () => {
    const told = (more: Partial<ClientRecord['complaints'][number]>) => {
      const { sections, rows } = contentOf(sliceWith({ complaints: [complaint(more)] }));
      const { value, outcome } = rows.find(({ part }) => part === 'complaint')!;
      return [sections.find(({ id }) => id === 'wrong')!.entries[0]!.what, value, outcome].map((words) => String(words).replaceAll('\u00a0', ' '));
    };
    expect(told({})).toEqual(['You complained. No first answer from us is on record. It is still open.', 'null', 'no first answer on record; open']);
    expect(told({ isOpen: false })).toEqual(['You complained. No first answer from us is on record.', 'null', 'no first answer on record']);
    expect(told({ answered: 10_380_000, acted: '2026-05-04', confirmed: '2026-05-06', closed: '2026-05-07' })).toEqual([
      'You complained. We answered after 2 h 53 min. We acted on 4 May. You confirmed on 6 May that it was done. It was closed on 7 May.',
      '173',
      'acted on 2026-05-04; confirmed 2026-05-06; closed 2026-05-07',
    ]);
  });
  test('says how much went wrong, by which clock our answers are timed, and how much of it is listed', () => {
    const of = (more: Partial<ClientRecord>) => {
      const { head, subtitle, entries, onScreen } = contentOf(sliceWith(more)).sections.find(({ id }) => id === 'wrong')!;
      return [head, subtitle, entries.length, onScreen !== null];
    };
    const elapsed = 'Times to our answer are elapsed time, not opening hours.';
    const [both, visitsAlone] = ['What went wrong, and what we did', 'What went wrong'];
    const complaints = Array.from({ length: 9 }, (_, at) => complaint({ day: `2026-05-0${at + 1}`, answered: 60_000 }));
    expect(of({ complaints })).toEqual([both, `On record: 9 complaints. ${elapsed} The newest six are listed.`, 6, true]);
    expect(of({ complaints: [complaint()] })).toEqual([both, 'On record: 1 complaint.', 1, false]);
    expect(of({ visits: full.visits })).toEqual([visitsAlone, 'On record: 1 visit outside the time we gave.', 1, false]);
    const all = 'On record: 9 complaints, 1 visit outside the time we gave and 1 promise not kept by the time we gave.';
    expect(of({ ...full, complaints })).toEqual([both, `${all} ${elapsed} The newest six are listed.`, 6, true]);
    expect(of({})).toEqual([visitsAlone, null, 0, false]);
  });
  test('says of which review it is the agenda, and of none that is about a later time', () => {
    const review = (agenda: boolean, planned = true) => {
      const content = contentOf(sliceWith({ next: { review: '2026-09-03', planned, agenda, visits: [], requests: null } }));
      return content.sections.find(({ id }) => id === 'next')!.entries.map(({ when, what }) => `${when}: ${what}`.replaceAll('\u00a0', ' '));
    };
    expect(review(true)).toEqual(['Thu 3 Sep 2026: Our review with you. This page is the agenda for 3 Sep.']);
    expect(review(false)).toEqual(['Thu 3 Sep 2026: Our review with you.']);
    expect(review(true, false)).toEqual(['Thu 3 Sep 2026: Our next review with you is due; we agree the day with you.']);
  });
  test('names the review however much is open, and how much of all is listed', () => {
    const owed = Array.from({ length: 9 }, (_, at) => ({ wording: `Work ${at}`, kind: null, due: `2026-05-0${at + 1}`, revised: null }));
    const nextOf = (more: Partial<ClientRecord>, coming: readonly string[]) => {
      const record = { ...more, next: { review: '2026-09-03', planned: true, agenda: false, visits: coming, requests: null } };
      const { entries, note, onScreen } = contentOf(sliceWith(record)).sections.find(({ id }) => id === 'next')!;
      return [entries.length, entries.at(-1)!.what, note, onScreen !== null];
    };
    const days = [1, 2, 3, 4, 5].map((at) => `2026-08-0${at}`);
    expect(nextOf({ promises: promises(0, 0, { owed }) }, [])).toEqual([6, 'Our review with you.', 'Six of 10 are listed.', true]);
    expect(nextOf({}, days)).toEqual([3, 'Our review with you.', 'Three of 6 are listed.', true]);
    expect(nextOf({ promises: promises(0, 0, { owed: owed.slice(0, 5) }) }, [])).toEqual([6, 'Our review with you.', null, false]);
  });
  test('says that nobody answered, and how many surveys went out where that is known', () => {
    const told = (asked: number | null) => {
      const content = contentOf(sliceWith({ unanswered: { asked } }));
      const [row] = content.rows.filter(({ part }) => part === 'answers');
      const { title, subtitle } = content.sections.find(({ id }) => id === 'answers')!;
      return [title, subtitle, row!.value, row!.outcome];
    };
    expect(told(12)).toEqual(['Nobody answered our surveys about satisfaction', 'We sent you 12 surveys in this time.', 12, 'nobody answered']);
    expect(told(1)).toEqual(['Nobody answered our survey about satisfaction', 'We sent you 1 survey in this time.', 1, 'nobody answered']);
    expect(told(null)).toEqual(['Nobody answered our surveys about satisfaction', null, null, 'nobody answered']);
    expect(told(0)).toEqual(['We did not ask you about satisfaction in this time', null, 0, null]);
    expect(contentOf(sliceWith({})).sections.map(({ id }) => id)).not.toContain('answers');
  });
  test('says of a row of visits that began earlier which of it are drawn', () => {
    const run = (of: number) => {
      const list = [1, 2, 3, 4].map((at) => inTime(`2026-05-0${at}`));
      const { drawing, summary } = contentOf(sliceWith({ visits: visits(4, 4, { run: of, list }) })).sections[0]!.drawing!;
      return [drawing.shape === 'visits' && drawing.run!.text, summary];
    };
    expect(run(4)).toEqual(['4 on time in a row', '4 visits, 4 inside the time given; the last 4 in a row.']);
    const alone = visits(1, 1, { run: 10, list: [inTime('2026-05-06')] });
    expect(contentOf(sliceWith({ visits: alone })).sections[0]!.drawing!.summary).toBe(
      '1 visit, 1 inside the time given; the last 10 in a row, of which 1 is drawn.',
    );
    expect(run(33)).toEqual(['the last 4 of 33 on time in a row', '4 visits, 4 inside the time given; the last 33 in a row, of which 4 are drawn.']);
  });
  test('names the visits outside their time below a drawing that may not hold the names of all', () => {
    const late = (at: number) => ({ day: `2026-04-0${at}`, place: null, outcome: 'late' as const, off: 720_000 });
    const noteOf = (count: number) => {
      const list = [...Array.from({ length: count }, (_, at) => late(at + 1)), { ...late(9), outcome: 'missed' as const, off: null }, inTime('2026-04-10')];
      return contentOf(sliceWith({ visits: visits(1, list.length, { list }) })).sections[0]!.note;
    };
    expect(noteOf(3)).toBeNull();
    expect(noteOf(4)).toBe(
      'Outside the time we gave: 1\u00a0Apr 12\u00a0min late, 2\u00a0Apr 12\u00a0min late, 3\u00a0Apr 12\u00a0min late, 4\u00a0Apr 12\u00a0min late, 9\u00a0Apr missed.',
    );
  });

  test('says that visits stand in order, not by date', () => {
    const [drawn] = contentOf(sliceWith({ visits: visits(2, 2, { list: ['2026-04-01', '2026-06-30'].map(inTime) }) })).sections;
    expect(drawn!.subtitle).toContain('set in order, not by date');
    expect(drawn!.drawing!.drawing).toMatchObject({ first: 'first: 1\u00a0Apr', last: 'last: 30\u00a0Jun' });
    const [alone] = contentOf(sliceWith({ visits: visits(1, 1, { list: [inTime('2026-04-01')] }) })).sections;
    expect(alone!.subtitle).not.toContain('order');
    expect(alone!.drawing!.drawing).toMatchObject({ first: '1\u00a0Apr' });
  });
  test('comes with a table of everything, safe for spreadsheets', () => {
    const written = contentCsv(contentOf(sliceWith(full)));
    expect(written).toContain("promise,'=1+1,2026-05-01");
    expect(written).toContain('visit,,2026-05-01,1,,minutes late,late');
    expect(written).toContain('quotation,Good,2026-05-01');
  });
  test('puts its client at the foot of the sheets, in letters that end no string', () => {
    const { css } = runningStyle({ client: '"}</style>', span: '', firm: '\\' });
    expect(css).toMatch(/^@page\{@bottom-left\{content:"[A-Za-z0-9\\ ]*"\}\}$/);
  });
});
