import { describe, expect, test } from 'vitest';
import { agendaText } from '../../src/report/agenda.ts';
import { clientPage } from '../../src/report/client.ts';
import { reviewsPage } from '../../src/report/reviews.ts';
import type { ClientShare, ShareState } from '../../src/report/share-model.ts';
import { page } from '../facts/sent-of.ts';
import { instant, type Row } from '../measures/facts-of.ts';
import { recordOf, shareOf } from '../share/made.ts';
import { small } from './material-of.ts';
import { expectRules, ofKind, tableOf } from './page-rules.ts';

const record = recordOf({ manager: null, next: { review: '2026-04-20', planned: true, agenda: true, visits: [], requests: null } });
const shareFor = (client: string, state: ShareState, more: Partial<ClientShare> = {}): ClientShare =>
  shareOf({
    client,
    name: client,
    state,
    folder: state === 'shared' ? 'f'.repeat(32) : null,
    period: { from: '2025-10-01', to: '2025-12-31' },
    before: { from: '2025-07-01', to: '2025-09-30' },
    record: state === 'shared' ? record : null,
    ...more,
  });

const promise = (n: number, due: string, more: Row = {}): Row => ({
  promise_id: `P${n}`,
  client: 'Ash',
  wording: `Work ${n}`,
  due_at: `${due} 12:00`,
  kept_at: null,
  ...more,
});
const answer = (n: number, text: string): Row => ({
  response_id: `S${n}`,
  client: 'Ash',
  kind: 'csat',
  sent_at: '2026-02-02 09:00',
  answered_at: '2026-02-02 10:00',
  answer: text,
  scale_low: 1,
  scale_high: 5,
});
const rows = {
  tickets: [
    { ticket_id: '1', client: 'Ash', opened_at: '2026-01-05 09:00', resolved_at: null, status: 'open' },
    { ticket_id: '2', client: 'Birch', opened_at: '2026-03-02 09:00', resolved_at: '2026-03-03 09:00', status: 'closed' },
  ],
  surveys: [answer(0, '5'), answer(1, '1')],
  promises: [
    promise(1, '2026-03-01'),
    promise(2, '2026-03-20', { revised_due_at: '2026-03-25 12:00', wording: 'A\nlong\u202e ' + 'word '.repeat(40) }),
    promise(3, '2026-01-05', { kept_at: '2026-01-05 09:00' }),
  ],
  clients: [
    { client: 'Ash', next_review: '2026-04-20' },
    { client: 'Birch', next_review: null },
    { client: 'Cedar', next_review: null },
  ],
};
const LIST = [{ name: 'Ash', end: instant('2026-06-30') }, { name: 'Birch' }, { name: 'Cedar', end: instant('2026-01-31') }];
const material = small(rows, {}, LIST);

/** What stands under a label of the section for the review. */
function said(client: number, label: string): readonly unknown[] {
  const { entries } = ofKind(clientPage(material, client), 'notes')[0]!;
  const from = entries.findIndex((entry) => entry.label === label);
  const next = entries.findIndex((entry, at) => at > from && entry.label !== '');
  return entries.slice(from, next === -1 ? undefined : next).map(({ what }) => String(what).replaceAll('\u00a0', ' '));
}

describe('the section for the review', () => {
  test('names the open promises with their days, what is overdue among them', () => {
    expect(said(0, 'Promised')).toEqual([
      '“Work 1”, due 1 Mar 2026, overdue.',
      expect.stringMatching(/^“A long word [^\n\u202e]*…”, due 25 Mar 2026, first 20 Mar 2026\.$/),
    ]);
    expect(said(1, 'Promised')).toEqual(['No promise is open.']);
  });
  test('calls no promise overdue that it names a later day for', () => {
    const moved = [promise(1, '2026-03-01', { revised_due_at: '2026-04-20 12:00' }), promise(2, '2026-03-05', { revised_due_at: '2026-04-21 12:00' })];
    const of = (promises: readonly Row[]) => {
      const { entries } = ofKind(clientPage(small({ ...rows, promises }, {}, LIST), 0), 'notes')[0]!;
      return entries.map(({ what }) => String(what).replaceAll('\u00a0', ' '));
    };
    expect(of(moved)).toContain('2 promises are past the day first given, the oldest by 14 days.');
    expect(of(moved.slice(1))).toContain('1 promise is 10 days past the day first given.');
    expect(of(moved).join(' ')).not.toContain('overdue');
  });
  test('calls a promise without wording what the client’s page calls it', () => {
    const kinds = ['arrival', 'callback', null].map((kind, at) => promise(at + 1, '2026-04-01', { kind, wording: null }));
    const { entries } = ofKind(clientPage(small({ ...rows, promises: kinds }, {}, LIST), 0), 'notes')[0]!;
    const named = entries.flatMap(({ what }) => /^“(.*)”, due/.exec(String(what))?.[1] ?? []);
    expect(named).toEqual(['visit', 'call back', 'a promise']);
  });
  test('asks what the figures leave open, three things at most, and no next review where the contract is over', () => {
    expect(said(0, 'Ask')).toEqual([
      '1 of 2 answers was not satisfied: what would have made the difference?',
      'One ticket has been open since 5 Jan 2026: is it still needed, and by when?',
      'What should we have asked, and did not?',
    ]);
    expect(said(1, 'Ask')).toEqual([
      'No survey was answered in 6 weeks: would a short question after each ticket be welcome?',
      'No next review is planned: when shall we meet?',
      'What should we have asked, and did not?',
    ]);
    expect(said(2, 'Ask')).not.toContain('No next review is planned: when shall we meet?');
  });
  test('leads to the mail and the agenda where the client has a page', () => {
    const linksOf = (share?: ClientShare) => ofKind(clientPage(material, 0, share), 'downloads').flatMap(({ links }) => links.map(({ href }) => href));
    expect(linksOf(shareFor('Ash', 'shared'))).toEqual(['reviews/ash/agenda.txt', 'reviews/ash/mail.txt']);
    expect(linksOf(shareFor('Ash', 'off'))).toEqual([]);
    expect(linksOf()).toEqual([]);
  });
});

test('an agenda is the same points as plain text, with room for what is agreed', () => {
  const pages = material.clients.map((_, client) => clientPage(material, client));
  const text = agendaText({ pages, clients: material.clients, asOf: '2026-03-15' }, shareFor('Ash', 'shared', { name: 'Ash\n\u202eLtd' }))!;
  expect(text).not.toMatch(/[\u00a0\u202a-\u202e]/);
  expect(text.split('\n').slice(0, 3)).toEqual([
    'Review with Ash Ltd, Mon 20 Apr 2026',
    'About 1 Oct 2025 to 31 Dec 2025; points from 13 weeks up to 15 Mar 2026. Not for the client.',
    '',
  ]);
  expect(text.match(/^[A-Z][A-Z ]+(?=\b.*$)/gm)!.filter((line) => line.length > 5)).toEqual([
    'TO RAISE',
    'TO THANK FOR',
    'PROMISES OPEN',
    'QUESTIONS',
    'AGREED TODAY',
  ]);
  expect(text).toContain('- “Work 1”, due 1 Mar 2026, overdue.');
  expect(text).toContain('- 1 promise is 14 days past the day first given.');
  expect(agendaText({ pages: [], clients: material.clients, asOf: '2026-03-15' }, shareFor('Ash', 'shared'))).toBeNull();
});

test('the page of reviews says which pages are ready, what went out last, when the review is and what is missing', () => {
  const shares = [shareFor('Ash', 'shared', { until: '2026-12-31' }), shareFor('Birch', 'shared'), shareFor('Cedar', 'ended')];
  const sent = new Map([[0, page('Ash', '2026-01-12', { hash: '0123456789abcdef', period: { from: '2025-10-01', to: '2025-12-31' } })]]);
  const found = reviewsPage(material, shares, sent);
  expectRules(found);
  expect(tableOf(found, 'client-pages-sent').columns.at(-1)!.name).toBe('Page lacks');
  const textsOf = (id: string) => tableOf(found, id).rows.map((row) => row.map(({ text }) => text.replaceAll('\u00a0', ' ')));
  expect(textsOf('client-pages')).toEqual([
    ['Ash', 'ready', '1 Oct 2025 to 31 Dec 2025', '31 Dec 2026', 'mail', 'agenda'],
    ['Birch', 'ready', '1 Oct 2025 to 31 Dec 2025', '–', 'mail', 'agenda'],
    ['Cedar', 'contract over', '1 Oct 2025 to 31 Dec 2025', '–', '–', '–'],
  ]);
  const lacks = 'your words, an account manager, answered requests, promises, visits, answers to surveys and a review on record';
  expect(textsOf('client-pages-sent')).toEqual([
    ['Ash', '20 Apr 2026', '12 Jan 2026', '1 Oct 2025 to 31 Dec 2025', '01234567', lacks],
    ['Birch', '–', 'never', '–', '–', lacks],
    ['Cedar', '–', 'never', '–', '–', '–'],
  ]);
  expect(tableOf(found, 'client-pages-sent').caption).toBe('1 client was sent a page so far, of 3 clients');
  const section = (all: typeof shares) => reviewsPage(material, all, sent).sections.find(({ id }) => id === 'pages')!;
  expect(section(shares).note).toBe('A link is all that it takes to read one. Their folders stand in links.csv beside the site.');
  const locked = shares.map((share) => ({ ...share, locked: share.client !== 'Birch' }));
  expect(section(locked).note).toContain('but for those with a passphrase');
  expect(tableOf(reviewsPage(material, locked, sent), 'client-pages').rows.map(([, state]) => state!.text)).toEqual([
    'ready, with a passphrase',
    'ready',
    'contract over',
  ]);
});
