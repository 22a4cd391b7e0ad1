import { describe, expect, test } from 'vitest';
import { SENT_ARCHIVE } from '../../src/facts/sent-page.ts';
import { findingId, namedApart, type Finding } from '../../src/gates/finding.ts';
import { findingsOf, verdictOf } from '../../src/gates/gates.ts';
import { speaking } from '../../src/language/language.ts';
import { found, madeOf, named, sheet, weekly, weekRows } from './firm.ts';

const ten = await madeOf(weekly(10));
const LIST = 'client,name,aliases,end\n';

test('an ordinary week finds nothing: rows are added, files are laid beside or renamed, and the newest week is still changing', async () => {
  const laid = await madeOf(weekly(11), {}, ten);
  expect(named(found(laid, ten))).toEqual([]);
  const one = await madeOf({ 'all.csv': sheet(...Array.from({ length: 11 }, (_, week) => weekRows(week))) }, {}, ten);
  expect(named(found(one, ten))).toEqual([]);
  const late = weekRows(9).map((row) => row.replace(/,[^,]*,[^,]*$/, ',,'));
  const open = await madeOf({ ...weekly(9), 'tickets-w09.csv': sheet(late) });
  expect(named(found(await madeOf(weekly(11), {}, open), open))).toEqual([]);
});

test('a first build compares nothing, and only warns unless the settings write the gate', async () => {
  const bad = {
    'tickets.csv': sheet(
      weekRows(0),
      weekRows(1).map((row, at) => (at < 6 ? row.slice(row.indexOf(',')) : row)),
    ),
  };
  const made = await madeOf(bad);
  expect(named(found(made, null, { today: '2026-03-01' }))).toEqual(['stale warn', 'refused:tickets.csv warn']);
  const strict = await madeOf(bad, { gates: { stale: '7 d', refused: 'hold' } });
  expect(named(found(strict, null, { today: '2026-03-01' }))).toEqual(['stale hold', 'refused:tickets.csv hold']);
  const off = await madeOf(bad, { gates: { stale: 'off', refused: '15 %' } });
  expect(named(found(off, null, { today: '2026-03-01' }))).toEqual([]);
});

test('another secret holds, since links already sent would lead nowhere', async () => {
  const later = await madeOf(weekly(11), {}, ten);
  const marked = (made: typeof ten, links: string | null) => ({ ...made, gated: { ...made.gated, traces: { ...made.gated.traces, links } } });
  const between = (was: string | null, is: string | null) => named(found(marked(later, is), marked(ten, was)));
  expect(between('a', 'a')).toEqual([]);
  expect(between(null, 'a')).toEqual([]);
  expect(between('a', null)).toEqual([]);
  expect(between('a', 'b')).toEqual(['links-moved hold']);
});

describe('a report up to a day to come', () => {
  const slipped = async (settings = {}) => {
    const late = 'ticket_id,client,opened_at,first_response_at,resolved_at,closed_at\nT-late,Ash,2026-04-10T09:00Z,,,\n';
    return madeOf({ ...weekly(10), 'late.csv': late }, settings, ten);
  };

  test('is held, and the row that moves it is named', async () => {
    const made = await slipped();
    expect(made.report.asOf).toBe('2026-04-05');
    const [ahead, ...others] = found(made, ten, { today: '2026-03-16' });
    expect(others).toEqual([]);
    expect(ahead).toMatchObject({ id: 'ahead', grade: 'hold', is: 20, unit: 'days' });
    expect(ahead!.says).toBe('the report would go up to 2026-04-05, 20 days after 2026-03-16: late.csv has a row of 2026-04-10');
  });

  test('is none once the day has come, where the settings say so, and where that week is not over', async () => {
    expect(named(found(await slipped(), ten, { today: '2026-04-05' }))).toEqual([]);
    expect(named(found(await slipped({ gates: { ahead: 'warn' } }), ten, { today: '2026-04-04' }))).toEqual(['ahead warn']);
    expect(named(found(await slipped({ gates: { ahead: 'off' } }), ten, { today: '2026-04-04' }))).toEqual([]);
    expect(named(found(ten, null, { today: '2026-03-10', first: false }))).toEqual([]);
  });
});

describe('stale exports', () => {
  const ages = (today: string, asked: string | null = null) => found(ten, null, { today, asked, first: false });

  test('hold once their newest row is older than the settings allow', () => {
    expect(ten.gated.traces.newest).toBe('2026-03-13');
    expect(named(ages('2026-03-27'))).toEqual([]);
    const [stale, ...others] = ages('2026-03-28');
    expect(others).toEqual([]);
    expect(stale).toMatchObject({ id: 'stale', grade: 'hold', is: 15, limit: 14, unit: 'days' });
    expect(stale!.says).toBe('the newest row of all exports is of 2026-03-13, 15 days before 2026-03-28; 14 days are allowed');
  });

  test('are held against the day that the report was asked for, where that lies before today', () => {
    expect(named(ages('2030-01-01', '2026-03-15'))).toEqual([]);
    expect(named(ages('2026-03-28', '2030-01-01'))).toEqual(['stale hold']);
    expect(named(ages('2030-01-01', '2026-04-15'))).toEqual(['stale hold']);
  });

  test('are not those of days to come, which another gate holds', () => {
    expect(named(ages('2020-01-01'))).toEqual(['ahead hold']);
  });
});

describe('a drop in rows', () => {
  test('holds beyond the limit, and to nothing', async () => {
    const half = await madeOf({ ...weekly(9, 15), 'tickets-w09.csv': sheet(weekRows(9)) }, {}, ten);
    expect(half.report.facts['tickets']).toBe(165);
    expect(named(found(half, ten)).filter((one) => one.startsWith('rows'))).toEqual([]);
    const fewer = await madeOf({ ...weekly(9, 12), 'tickets-w09.csv': sheet(weekRows(9)) }, {}, ten);
    expect(found(fewer, ten).filter(({ gate }) => gate === 'rows_drop')).toMatchObject([
      { id: 'rows-drop:tickets', grade: 'hold', was: 300, is: 138, limit: 150, about: 'tickets' },
    ]);
  });

  const TRAINING = `event_id,client,at,kind\n${Array.from({ length: 30 }, (_, at) => `G-${at},Ash,2026-02-${String((at % 28) + 1).padStart(2, '0')},class`).join('\n')}\n`;

  test('of a table that no question stands on only warns once it is empty', async () => {
    const before = await madeOf({ ...weekly(10), 'training.csv': TRAINING });
    const empty = await madeOf({ ...weekly(10), 'training.csv': 'event_id,client,at,kind\n' }, {}, before);
    expect(named(found(empty, before))).toEqual(['rows-drop:training warn', 'file-cut:training.csv hold']);
    const little = await madeOf({ ...weekly(10), 'training.csv': TRAINING.split('\n').slice(0, 9).join('\n') }, {}, before);
    expect(named(found(little, before))).toEqual(['rows-drop:training hold', 'file-cut:training.csv hold']);
  });

  test('of a few rows says nothing of the table, and one empty file beside others neither', async () => {
    const before = await madeOf({ ...weekly(10), 'training.csv': TRAINING.split('\n').slice(0, 12).join('\n') });
    const now = await madeOf({ ...weekly(11), 'tickets-w10.csv': sheet(), 'training.csv': TRAINING.split('\n').slice(0, 2).join('\n') }, {}, before);
    expect(named(found(now, before))).toEqual(['file-cut:training.csv hold']);
  });
});

describe('refused rows', () => {
  const broken = (bad: number) => ({ ...weekly(9), 'tickets-w09.csv': sheet(weekRows(9).map((row, at) => (at < bad ? row.slice(row.indexOf(',')) : row))) });

  test('hold beyond the limit, by the file', async () => {
    const made = await madeOf(broken(4), {}, ten);
    expect(found(made, ten)).toMatchObject([{ id: 'refused:tickets-w09.csv', grade: 'hold', is: (100 * 4) / 30, limit: 5 }]);
    expect(named(found(await madeOf(broken(2), {}, ten), ten))).toEqual([]);
  });

  test('that the published site stands in spite of are not held twice', async () => {
    const made = await madeOf(broken(4), {}, ten);
    const carried = found(made, ten);
    expect(named(found(made, ten, { carried }))).toEqual(['refused:tickets-w09.csv warn']);
    const worse = await madeOf(broken(5), {}, ten);
    expect(named(found(worse, ten, { carried }))).toEqual(['refused:tickets-w09.csv hold']);
  });

  test('that the published site has refused are not held again where the file grew below them, and others of the same number are', async () => {
    const rows = (bad: number, from = 0) => weekRows(9).map((row, at) => (at >= from && at < from + bad ? row.slice(row.indexOf(',')) : row));
    const grown = (...weeks: readonly (readonly string[])[]) => ({ ...weekly(9), 'all.csv': sheet(...weeks) });
    const made = await madeOf(grown(rows(4)), {}, ten);
    const carried = found(made, ten);
    expect(named(carried)).toEqual(['refused:all.csv hold']);
    const next = await madeOf(grown(rows(4), weekRows(10)), {}, made);
    expect(named(found(next, made, { carried }))).toEqual(['refused:all.csv warn']);
    const others = await madeOf(grown(rows(4, 9), weekRows(10)), {}, made);
    expect(named(found(others, made, { carried }))).toContain('refused:all.csv hold');
  });

  test('of the archive of sent pages are no finding: clients leave, and what they were sent stays', async () => {
    const files = ten.report.files.map((file, at) => (at === 0 ? { ...file, file: SENT_ARCHIVE, read: 23, rejected: 3 } : file));
    expect(named(found({ ...ten, report: { ...ten.report, files } }, null))).toEqual([]);
  });
});

describe('a lost client', () => {
  const without = (clients: readonly string[], more = {}) => madeOf(weekly(11, 40, [...clients]), more, ten);

  test('holds, by the folder of its page', async () => {
    expect(found(await without(['Ash', 'Birch', 'Cedar']), ten)).toMatchObject([
      { id: 'client-lost:elm', grade: 'hold', about: 'Elm', client: 'Elm', was: 63, is: 0 },
      { id: 'restated:tickets' },
    ]);
  });

  test('that has another name now is none', async () => {
    const renamed = ['Ash', 'Birch', 'Cedar', 'Elmtree'];
    expect(named(found(await without(renamed), ten))).toEqual(['client-lost:elm hold', 'restated:tickets hold']);
    expect(named(found(await without(renamed, { aliases: { Elmtree: ['Elm'] } }), ten))).toEqual(['restated:tickets warn']);
  });

  test('whose contract had ended is none, and one long silent only warns', async () => {
    const ended = await madeOf({ ...weekly(10), 'clients.csv': `${LIST}Ash,,,\nBirch,,,\nCedar,,,\nElm,,,2026-02-01\n` });
    const gone = await madeOf({ ...weekly(11, 30, ['Ash', 'Birch', 'Cedar']), 'clients.csv': `${LIST}Ash,,,\nBirch,,,\nCedar,,,\n` }, {}, ended);
    expect(named(found(gone, ended)).filter((one) => one.startsWith('client'))).toEqual([]);
    const silent = await madeOf({ ...weekly(10), 'old.csv': sheet(['T-x,Oak,2025-06-02T09:00Z,,,']) });
    const quiet = await madeOf(weekly(11), {}, silent);
    expect(named(found(quiet, silent)).filter((one) => one.startsWith('client'))).toEqual(['client-lost:oak warn']);
  });
});

describe('a lost file', () => {
  const lacking = (...names: readonly string[]) => Object.fromEntries(Object.entries(weekly(20)).filter(([name]) => !names.includes(name)));
  const twenty = madeOf(weekly(19));

  test('holds where no other one brings its rows', async () => {
    const before = await twenty;
    expect(found(await madeOf(lacking('tickets-w07.csv'), {}, before), before)).toMatchObject([
      { id: 'file-lost:tickets-w07.csv', grade: 'hold', was: 30, is: 0, about: 'tickets-w07.csv' },
    ]);
    expect(named(found(await madeOf({ ...lacking('tickets-w07.csv'), 'again.csv': sheet(weekRows(7)) }, {}, before), before))).toEqual([]);
    const half = { ...lacking('tickets-w07.csv'), 'again.csv': sheet(weekRows(7).slice(0, 10)) };
    expect(named(found(await madeOf(half, {}, before), before))).toEqual(['file-lost:tickets-w07.csv hold']);
  });

  test('at the old end of its table only warns, as long as it is small', async () => {
    const before = await twenty;
    expect(named(found(await madeOf(lacking('tickets-w00.csv'), {}, before), before))).toEqual(['file-lost:tickets-w00.csv warn']);
    const first = {
      'old.csv': sheet(...[0, 1, 2, 3].map((week) => weekRows(week))),
      ...lacking('tickets-w00.csv', 'tickets-w01.csv', 'tickets-w02.csv', 'tickets-w03.csv'),
    };
    const large = await madeOf(first);
    const { 'old.csv': _, ...rest } = first;
    expect(named(found(await madeOf(rest, {}, large), large))).toEqual(['file-lost:old.csv hold']);
  });

  test('that ran over a window of weeks and now over the next is none', async () => {
    const window = (from: number) => ({ [`last-12-weeks-${from}.csv`]: sheet(...Array.from({ length: 12 }, (_, at) => weekRows(from + at))) });
    const before = await madeOf(window(0));
    expect(named(found(await madeOf(window(1), {}, before), before))).toEqual([]);
  });
});

describe('restated history', () => {
  const slower = (weeks: number) =>
    Object.fromEntries(
      Object.entries(weekly(11)).map(([name, text], at) => [name, at < weeks ? text.replaceAll(/T09:(\d\d)Z,(?=[^,]*T11:00)/g, 'T10:$1Z,') : text]),
    );

  test('holds once settled weeks moved too far, by the table', async () => {
    const [one, ...others] = found(await madeOf(slower(6), {}, ten), ten);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ id: 'restated:tickets', grade: 'hold', unit: 'percent', limit: 10 });
    expect(one!.is).toBeGreaterThan(50);
    expect(one!.says).toMatch(/^weeks long past read otherwise than in the report up to 2026-03-08: “.*” moved by \d\d % on average, in 4 of 4 weeks/);
  });

  test('holds where settled weeks have no figure any more, all of them or some', async () => {
    const renamed = Object.fromEntries(Object.entries(weekly(11)).map(([name, text]) => [name, text.replace('first_response_at', 'answered')]));
    const [, one, ...others] = found(await madeOf(renamed, {}, ten), ten);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ id: 'restated:tickets', grade: 'hold', is: 100 });
    expect(one!.says).toMatch(/2026-03-08: “.*” has no figure any more in 4 of 4 weeks, and \d+ other figures too; 10 % are allowed$/);
    const some = Object.fromEntries(Object.entries(weekly(11)).map(([name, text], at) => [name, at === 2 || at === 3 ? renamed[name]! : text]));
    const [half] = found(await madeOf(some, {}, ten), ten);
    expect(half!.says).toMatch(/“.*” has no figure any more in 2 of 4 weeks/);
  });

  test('does not mind the weeks that still settle', async () => {
    const late = Object.fromEntries(Object.entries(weekly(11)).map(([name, text], at) => [name, at > 6 ? text.replaceAll(':00Z,', ':05Z,') : text]));
    expect(named(found(await madeOf(late, {}, ten), ten))).toEqual([]);
  });

  test('only warns where the settings changed since', async () => {
    const made = await madeOf(slower(6), { targets: { first_response: { default: '1 h' } } }, ten);
    expect(named(found(made, ten))).toEqual(['restated:tickets warn']);
  });

  test('is not asked of a report up to an earlier day', async () => {
    expect(named(found(await madeOf(slower(6), {}, ten, '2026-02-15'), ten, { asked: '2026-02-15' }))).toEqual([]);
  });
});

test('grades and limits are those of the settings', async () => {
  const gates = { rows_drop: 'warn', lost_file: 'off', lost_client: { grade: 'warn' }, restated: 'off' };
  const made = await madeOf(weekly(4, 10, ['Ash']), { gates }, ten);
  expect(named(found(made, ten))).toEqual(['rows-drop:tickets warn', 'client-lost:birch warn', 'client-lost:cedar warn', 'client-lost:elm warn']);
  expect(named(found(made, ten, { first: true })).every((one) => one.endsWith('warn'))).toBe(true);
});

test('a file that the settings ignore is not lost', async () => {
  const { 'tickets-w05.csv': _, ...rest } = weekly(11);
  const made = await madeOf(rest, {}, ten);
  const { report, gated, settings } = made;
  const given = {
    report,
    traces: gated.traces,
    before: { traces: ten.gated.traces, lost: gated.lost! },
    compared: null,
    carried: [],
    unread: null,
    first: false,
    today: '2026-03-20',
    asked: null,
  };
  expect(named(findingsOf(given, settings))).toEqual(['file-lost:tickets-w05.csv hold']);
  expect(named(findingsOf(given, settings, (file) => file === 'tickets-w05.csv'))).toEqual([]);
});

test('names of findings hold nothing that a shell or a list would mind, and differ', async () => {
  expect(findingId('refused', 'Ticket list, week 40 ($new).csv')).toBe('refused:Ticket-list-week-40-new-.csv');
  expect(findingId('refused', 'größe/łódź.csv')).toBe('refused:größe/łódź.csv');
  const [one] = found(ten, null, { today: '2027-01-01' });
  expect(namedApart([one!, one!, one!]).map(({ id }) => id)).toEqual(['stale', 'stale-2', 'stale-3']);
});

test('a verdict holds what is graded so and not confirmed, and names what was confirmed for nothing', async () => {
  const made = await madeOf(weekly(4, 10, ['Ash']), { gates: { lost_file: 'off', lost_client: 'warn', restated: 'off' } }, ten);
  const findings = found(made, ten, { today: '2027-01-01' });
  expect(verdictOf(findings, []).held.map(({ id }) => id)).toEqual(['stale', 'rows-drop:tickets']);
  const verdict = verdictOf(findings, ['stale', 'client-lost:elm', 'rows-drop:surveys']);
  expect(verdict.held.map(({ id }) => id)).toEqual(['rows-drop:tickets']);
  expect(verdict).toMatchObject({ confirmed: ['stale'], unknown: ['rows-drop:surveys'] });
});

describe('findings in the language of the report', () => {
  test('say what the English ones say, with the same names', async () => {
    const before = await madeOf({ ...weekly(10), 'old.csv': sheet(weekRows(10).slice(0, 20)) });
    const now = await madeOf({ ...weekly(4), 'tickets-w00.csv': sheet(weekRows(0).slice(0, 9)) }, {}, before);
    const make = () => found(now, before, { today: '2026-04-30', unread: 'x' });
    const [english, german] = [make(), speaking('de-DE', make)];
    const bare = (findings: readonly Finding[]) => findings.map((one) => ({ ...one, about: '', says: '', advice: '' }));
    expect(bare(german)).toEqual(bare(english));
    expect(new Set(english.map(({ id }) => id.split(':')[0]))).toEqual(new Set(['stale', 'traces-unread', 'rows-drop', 'file-lost', 'file-cut']));
    for (const [at, { says, advice }] of german.entries()) {
      expect(says).not.toBe(english[at]!.says);
      expect(advice).not.toBe(english[at]!.advice);
    }
    const verdict = verdictOf(english, [], german);
    expect(verdict.findings).toEqual(english);
    expect(verdict.told.get('file-cut:tickets-w00.csv')).toEqual({
      about: 'tickets-w00.csv',
      says: 'die Datei enthielt im veröffentlichten Bericht 30 Zeilen der Tabelle Tickets und enthält jetzt 9 Zeilen; etwa 21 Zeilen davon stehen jetzt in keiner Datei (70 %)',
      advice: 'nachsehen, ob der Export abgeschnitten, gefiltert oder über einen kürzeren Zeitraum gezogen wurde, und erneut exportieren',
    });
  });
});
