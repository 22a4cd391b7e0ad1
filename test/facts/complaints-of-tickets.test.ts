import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { holdsOneOf } from '../../src/exports/subject-words.ts';
import { texts } from '../../src/facts/table.ts';
import { gatherFacts } from '../../src/pipeline.ts';
import { readSettings } from '../../src/settings.ts';
import { zoneOf } from '../../src/time/zone.ts';
import { fileOf, fixtures, settingsWith, workspaceIn } from '../workspace.ts';

const zone = zoneOf('UTC')!;

/** Ids of the complaints that tickets with these subjects give, and the codes of what is said. */
async function complaintsOf(files: Readonly<Record<string, string>>, rule: object) {
  const gathered = await gatherFacts(
    Object.entries(files).map(([name, text]) => fileOf(name, text)),
    settingsWith({ complaints: { rule } }),
    zone,
  );
  const ids = gathered.facts?.tables.complaints === undefined ? [] : texts(gathered.facts.tables.complaints, 'complaint_id')!;
  return { ids: Array.from({ length: ids.length }, (_, row) => ids.at(row)), codes: gathered.issues.map(({ code }) => code) };
}

describe('a word of the rule in a subject', () => {
  test.each([
    ['complaint', 'A COMPLAINT!', true],
    ['complaint', 'complaints', false],
    ['Réclamation', 'RECLAMATION n° 4', true],
    ['reclamation', 'réclamation', true],
    ['not good enough', '…not good\n enough?', true],
    ['not good enough', 'good enough, not', false],
    ['straße', 'STRASSE gesperrt', true],
    ['C++', 'Install c++', true],
    ['C++', 'C# compiler', false],
    ['comp', 'comp complaint', true],
    ['plaint', 'complaint', false],
    ['!!!', 'help!!!', true],
    ['(a+)+$', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', false],
    ['(a+)+$', 'what is (A+)+$ ?', true],
    ['.*', 'anything', false],
    ['苦情', '至急の苦情です', true],
    ['', 'anything', false],
  ])('%j in %j: %s', (word, subject, held) => {
    expect(holdsOneOf([word])(subject)).toBe(held);
  });

  it('makes its ticket a complaint once, beside the other words and the log', async () => {
    const { files, settings } = await workspaceIn(join(fixtures, 'complaint-subject'));
    const log = fileOf('log.csv', 'complaint_id,ticket_id,client,received_at\nC1,1,Acme,2026-03-02 09:30\n');
    const { facts } = await gatherFacts([...files, log], settings, zone);
    const ids = texts(facts!.tables.complaints!, 'complaint_id')!;
    expect(Array.from({ length: ids.length }, (_, row) => ids.at(row))).toEqual(['C1', 'ticket:2', 'ticket:3', 'ticket:7', 'ticket:8']);
  });

  it('counts in the newest state of a ticket, also where another export has no subjects', async () => {
    const board = 'ticket_id,opened_at,updated_at,subject\n1,2026-03-02 09:00,2026-03-02 09:00,complaint\n2,2026-03-02 09:00,2026-03-02 09:00,complaint\n';
    const later = 'ticket_id,opened_at,updated_at,subject\n1,2026-03-02 09:00,2026-03-03 09:00,printer\n3,2026-03-02 09:00,2026-03-03 09:00,complaint\n';
    const bare = 'ticket_id,opened_at,updated_at\n4,2026-03-02 09:00,2026-03-03 09:00\n';
    expect((await complaintsOf({ 'a.csv': board, 'b.csv': later, 'c.csv': bare }, { subject: ['complaint'] })).ids).toEqual(['ticket:2', 'ticket:3']);
    expect((await complaintsOf({ 'a.csv': board }, {})).ids).toEqual([]);
  });

  it('is said to do nothing where no export has subjects', async () => {
    const bare = 'ticket_id,opened_at,updated_at\n4,2026-03-02 09:00,2026-03-03 09:00\n';
    expect(await complaintsOf({ 'a.csv': bare }, { subject: ['complaint'] })).toEqual({ ids: [], codes: ['rule-without-subject'] });
  });

  it('is not blank', () => {
    const read = readSettings({ firm: { name: 'T' }, complaints: { rule: { subject: ['ok', ' '] } } });
    expect('problems' in read && read.problems.map(({ path }) => path)).toEqual(['complaints.rule.subject.1']);
  });
});
