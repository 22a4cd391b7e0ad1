import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClientRecord } from '../../src/report/share-model.ts';
import type { Slice } from '../../src/share/audience.ts';
import { mailText } from '../../src/share/mail.ts';
import { sinceRows, sinceSection } from '../../src/share/since.ts';
import { complaint, promises, recordOf, satisfied, sliceOf, visits } from './made.ts';

const answers = (n: number): ClientRecord['answers'] => ({
  times: Array.from({ length: n }, (_, at) => (at + 1) * 60_000),
  median: ((n + 1) / 2) * 60_000,
  nine: n * 60_000,
  before: null,
  firm: null,
});

const LINK = { link: 'https://reviews.example.com/abc/', locked: false };
const plainOf = (slice: Slice, link: Parameters<typeof mailText>[1] = LINK): readonly string[] =>
  mailText(slice, link)
    .replaceAll('\u00a0', ' ')
    .split('\n\n')
    .map((part) => part.trim());

describe('a mail', () => {
  test('is a subject, two paragraphs and a name', () => {
    const record = {
      promises: promises(41, 45),
      visits: visits(9, 9, { run: 9 }),
      answers: answers(12),
      next: { ...recordOf().next, review: '2026-07-20', planned: true, agenda: true },
    };
    expect(plainOf(sliceOf(record, { until: '2026-12-31' }))).toEqual([
      'Subject: Alder Works: your review, 1 Apr to 30 Jun 2026',
      'This is our review of 1 Apr 2026 to 30 Jun 2026. All 9 visits came inside the time we gave. To work on: 4 of 45 promises were not kept by the time we gave. The page says what happened and what we did.',
      'We go through it together on Mon 20 Jul 2026. The whole page, there until Thu 31 Dec 2026: https://reviews.example.com/abc/',
      'Miriam Stokes',
    ]);
  });

  test.for([
    ['nothing on record', {}, 'Our record of this time holds no requests'],
    ['nothing that went wrong', { promises: promises(3, 3) }, 'All 3 promises were kept by the time we gave. Our record holds nothing that went wrong.'],
    ['a single figure', { promises: promises(9, 11) }, 'Jun 2026. To work on: 2 of 11 promises were not kept'],
    ['answers that reach the client’s band', { satisfied: satisfied(17, 20) }, 'Jun 2026. 17 of your 20 answers were satisfied. To work on: 3 of 20 answers'],
    [
      'answers short of the client’s band',
      { satisfied: satisfied(17, 20, { aim: { low: 0.9, high: 0.95 } }) },
      'Jun 2026. To work on: 3 of 20 answers of yours',
    ],
    [
      'shares of just over half',
      { promises: promises(6, 11), visits: visits(5, 9), satisfied: satisfied(7, 12) },
      'Jun 2026. To work on: 5 of 11 promises were not kept',
    ],
    [
      'a share short of all beside what is good',
      { promises: promises(44, 45), visits: visits(3, 4), answers: answers(12) },
      'Half of your 12 requests had an answer within 7 min of opening hours. To work on: 1 of 4 visits did not come inside the time we gave. The page says what happened.',
    ],
    ['nothing good', { satisfied: satisfied(1, 4) }, '2026. To work on: 3 of 4 answers of yours were not satisfied.'],
    [
      'answers that nothing on record explains',
      { satisfied: satisfied(7, 20), visits: visits(3, 3) },
      'To work on: 13 of 20 answers of yours were not satisfied. Our record does not say why; please tell us.',
    ],
    [
      'answers, and of a complaint that may have another cause',
      { satisfied: satisfied(7, 20), complaints: [complaint()] },
      'To work on: your complaint. 13 of 20 answers of yours were not satisfied. The page says what our record holds of complaints, promises and visits; what else went wrong, please tell us.',
    ],
    [
      'a complaint',
      { answers: answers(12), complaints: [complaint()] },
      'Half of your 12 requests had an answer within 7 min of opening hours. To work on: your complaint. The page says what is on record.',
    ],
    [
      'complaints beside a share that fell short',
      { promises: promises(9, 11), complaints: [complaint(), complaint()] },
      'To work on: your 2 complaints. 2 of 11 promises were not kept by the time we gave. The page says what happened and what we did.',
    ],
    ['one answer', { satisfied: satisfied(0, 1) }, 'To work on: your one answer was not satisfied.'],
    [
      'one answer beside a complaint',
      { satisfied: satisfied(0, 1), complaints: [complaint()] },
      'To work on: your complaint. Your one answer was not satisfied.',
    ],
    ['answers of which none was satisfied', { satisfied: satisfied(0, 4) }, 'To work on: none of your 4 answers was satisfied.'],
    ['one visit', { visits: visits(0, 1) }, 'To work on: the one visit did not come inside the time we gave.'],
    ['one promise', { promises: promises(0, 1) }, 'To work on: the one promise was not kept by the time we gave.'],
    [
      'visits on time, of which one since was not',
      { visits: visits(4, 4), answers: answers(12) },
      'Jun 2026. Half of your 12 requests had an answer within 7 min of opening hours.',
    ],
    ['promises that fell due later', { promises: promises(0, 0) }, 'Jun 2026. The page says what we promised you and have not done yet.'],
    ['two requests', { answers: answers(2) }, 'Both your requests had an answer within 2 min of opening hours.'],
    ['one request', { answers: answers(1) }, 'Your one request had an answer within 1 min of opening hours. Our record holds nothing'],
  ] as const)('of %s says so', ([, record, words]) => expect(plainOf(sliceOf(record))[1]).toContain(words));

  test('says since when there are records, where they begin inside its time', () => {
    const begun = [{ part: 'promises', day: '2026-05-11' } as const];
    const first = (record: Partial<ClientRecord>) => plainOf(sliceOf({ promises: promises(3, 3), begun, ...record }))[1];
    expect(first({})).toMatch(/^This is our review of 1 Apr 2026 to 30 Jun 2026, with records since 11 May 2026\. All 3 promises/);
    expect(first({ visits: visits(2, 2) })).toMatch(/^This is our review of 1 Apr 2026 to 30 Jun 2026\. /);
  });

  test('names a review that its page is no agenda for as the next one alone', () => {
    const met = (agenda: boolean, planned = true) => plainOf(sliceOf({ next: { ...recordOf().next, review: '2026-11-02', planned, agenda } }))[2];
    expect(met(true)).toMatch(/^We go through it together on Mon 2 Nov 2026\. /);
    expect(met(false)).toMatch(/^Our next review with you is on Mon 2 Nov 2026\. /);
    expect(met(true, false)).toMatch(/^Our next review with you is due on Mon 2 Nov 2026; tell us when it suits\. /);
  });

  test('says where the link is to be put, and tells no figure of a locked page', () => {
    expect(plainOf(sliceOf({}), { link: null, locked: false })[2]).toContain('[put the link from links.csv here]');
    const locked = plainOf(sliceOf({ promises: promises(41, 45) }), { ...LINK, locked: true });
    expect(locked[1]).not.toMatch(/41|45/);
    expect(locked[2]).toContain('passphrase');
  });

  test('has sentences of 25 words at most, on one line each paragraph, whatever is on record and whoever it is for', () => {
    const found = fc.integer({ min: 0, max: 2000 }).chain((n) => fc.integer({ min: 0, max: n }).map((hits) => [hits, n] as const));
    const some = <Part>(make: (hits: number, n: number) => Part) => fc.option(found.map(([hits, n]) => make(hits, Math.max(n, 1))));
    const record = fc.record({
      promises: some(promises),
      visits: some(visits),
      satisfied: some(satisfied),
      answers: fc.option(fc.integer({ min: 1, max: 30 }).map(answers)),
      complaints: fc.array(fc.constant(complaint()), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(record, fc.string({ unit: 'grapheme', minLength: 1 }), (of, client) => {
        const text = mailText(sliceOf(of, { client: `A${client}` }), LINK);
        expect(text.split('\n')).toHaveLength(8);
        expect(text).not.toMatch(/NaN|undefined|null|[\u202a-\u202e]/);
        for (const sentence of text.split('\n')[2]!.split(/(?<=[.!?]) /)) expect(sentence.split(/[ ]+/).length, sentence).toBeLessThanOrEqual(25);
      }),
    );
  });
});

describe('what reads otherwise', () => {
  const since = {
    sent: '2026-07-02',
    period: { from: '2026-01-01', to: '2026-03-31' },
    changes: [
      { figure: 'promises', was: { value: 41, n: 45 }, is: { value: 42, n: 47 }, why: 'more' },
      { figure: 'answers', was: { value: 1_560_000, n: 40 }, is: null, why: 'fewer' },
      { figure: 'complaints', was: { value: 0, n: 0 }, is: { value: 1, n: 1 }, why: 'more' },
    ],
  } as const;

  test('is a section of its own, with rows for the table', () => {
    const [section] = sinceSection(sliceOf({ since }));
    expect(section!.subtitle!.replaceAll('\u00a0', ' ')).toBe('The page that we sent you on 2 Jul 2026 was about 1 Jan to 31 Mar 2026');
    expect(section!.entries.map(({ when, what }) => `${when}: ${what}`.replaceAll('\u00a0', ' '))).toEqual([
      'Promises kept: We told you 41 of 45; now it is 42 of 47. More of that time is on record now.',
      'First answers: We told you half of 40 requests within 26 min; nothing is on record now. Less of that time is on record now.',
      'Complaints: We told you 0 complaints; now it is 1 complaint. More of that time is on record now.',
    ]);
    expect(sinceRows(sliceOf({ since })).map(({ part, day, value, of }) => [part, day, value, of])).toEqual([
      ['told before', '2026-07-02', 41, 45],
      ['told before, now', null, 42, 47],
      ['told before', '2026-07-02', 26, 40],
      ['told before, now', null, null, null],
      ['told before', '2026-07-02', 0, null],
      ['told before, now', null, 1, null],
    ]);
  });

  test('is nowhere where nothing was restated', () => {
    expect(sinceSection(sliceOf())).toEqual([]);
    expect(sinceRows(sliceOf())).toEqual([]);
  });
});
