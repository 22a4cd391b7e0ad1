import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { issueText, type Issue } from '../../src/issue.ts';
import { loadWorkspace } from '../../src/load/workspace.ts';
import { expectGolden } from '../golden.ts';

async function issuesOf(yaml: string): Promise<readonly Issue[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sources-'));
  writeFileSync(join(folder, 'settings.yaml'), yaml);
  const loaded = await loadWorkspace(folder);
  rmSync(folder, { recursive: true });
  return 'issues' in loaded ? loaded.issues : [];
}

const wrong = `firm: { name: Test }
sources:
  - table: tickets
    columns: { ticket_id: Number }
  - files: a*
    table: ticket
    columns: { ticket_id: Number }
  - files: b*
    table: tickets
    columns:
      opend_at: Created
      client: Company
  - files: c*
    table: surveys
    columns:
      response_id: Id
      answer: { from: Rating, zone: UTC }
      sent_at: { from: Sent, unit: minutes }
      answered_at: { from: Took, after: sent }
    scale: { low: 5, high: 1 }
    set: { kind: csatt, answer: 5 }
    values: { class: { Good: positiv }, approved: { ok: sure }, sent_at: { a: b } }
  - files: d*
    format: zendesk
    encoding: utf-9
    values: { statuss: { New: open }, priority: { P1: Urgent } }
  - headers: [A, B]
    encoding: utf-8
    table: tickets
    format: zendesk-tickets
    columns: { ticket_id: A, pending_minutes: { from: B, unit: hours }, reopened_count: { from: B, unit: hours } }
    values: { status: { New: open } }
    scale: { low: 1, high: 5 }
  - files: e*
    table: time_entries
    columns: { started_at: Day, minutes: { from: Took, after: started_at } }
`;

test('what is wrong with entries of sources is said with its line and its path', async () => {
  const issues = await issuesOf(wrong);
  expectGolden('source-faults.txt', issues.map((one) => `${issueText(one)}\n`).join(''));
  expect(issues.every(({ line }) => line !== null)).toBe(true);
});

test.each([
  ['columns: { ticket_id: Number, opened_at: [Created, Opened], closed_at: { from: Took, after: opened_at, unit: hours } }', 'a mapping'],
  ['columns: { ticket_id: "#", onsite: Visit }\n    values: { onsite: { Ja: yes, Nein: no } }', 'words for a flag'],
  ['columns: { ticket_id: 2024 }\n    set: { type: 7 }', 'names and words that YAML takes for numbers'],
])('nothing is wrong with %s', async (lines) => {
  expect(await issuesOf(`firm: { name: Test }\nsources:\n  - files: x*\n    table: tickets\n    ${lines}\n`)).toEqual([]);
});

test.each([
  'columns: 3',
  'columns: { ticket_id: null }',
  'columns: { ticket_id: [] }',
  'columns: { ticket_id: { and: Time } }',
  'headers: []',
  'table: [a]',
  'columns: { __proto__: A, constructor: B }',
])('a mapping of another shape is an issue, never a throw: %s', async (line) => {
  const issues = await issuesOf(`firm: { name: Test }\nsources:\n  - files: x*\n    ${line}\n`);
  expect(issues.map(({ code }) => code)).toContain('settings-invalid');
  expect(issues.every((one) => one.line !== null)).toBe(true);
});
