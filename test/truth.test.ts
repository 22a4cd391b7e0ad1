import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../src/issue.ts';
import { cellAt, type Figures } from '../src/measures/grid.ts';
import { buildReport } from '../src/pipeline.ts';
import type { Report, Series } from '../src/report/model.ts';
import { workspaceIn } from './workspace.ts';

interface Answers {
  readonly sent: number;
  readonly answered: number;
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
}
interface Counted {
  readonly firm: Answers;
  readonly clients: Readonly<Record<string, Answers>>;
}
interface Truth {
  readonly planted: { readonly special: Readonly<Record<string, string>>; readonly span: { readonly asOf: string } };
  readonly rows: Readonly<Record<string, number>>;
  readonly ticketRows: { readonly read: number; readonly duplicate: number; readonly superseded: number; readonly used: number };
  readonly tickets: { readonly merged: number; readonly machineMade: number; readonly openedByWeek: readonly number[] };
  readonly surveys: { readonly last13Weeks: Counted };
  readonly complaints: {
    readonly before: { readonly complaints: number; readonly contacts: number; readonly weeks: number };
    readonly after: { readonly complaints: number; readonly contacts: number; readonly weeks: number; readonly perThousand: number };
    readonly byWeek: readonly number[];
    readonly contactsByWeek: readonly number[];
  };
  readonly complaintHours: { readonly last13Weeks: { readonly complaints: number; readonly withTime: number; readonly mean: number } };
  readonly faults: readonly { readonly file: string; readonly line: number; readonly column: string; readonly code: string }[];
}

const truth = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', 'demo-truth.json'), 'utf8')) as Truth;
let report: Report;
let figures: Figures;
let issues: readonly Issue[];

beforeAll(async () => {
  const { files, settings } = await workspaceIn('data');
  const built = await buildReport(files, settings);
  report = built.report!;
  figures = built.figures!;
  issues = built.issues;
});

function series(measure: string, grain: Series['grain']): Series {
  const found = report.series.find((one) => one.measure === measure && one.grain === grain);
  if (found === undefined) throw new Error(`${measure} by ${grain} has no figures`);
  return found;
}

function clientAt(client: string): number {
  const at = report.clients.findIndex(({ id }) => id === client);
  if (at === -1) throw new Error(`${client} is no client`);
  return at;
}

const windowOf = (measure: string, client: string | null = null) => cellAt(figures.grid(measure, 'window')!, client === null ? -1 : clientAt(client), 0);

describe('the demo’s planted truth comes out of the build', () => {
  it('the as-of day is the last complete week before the newest row', () => {
    expect(report.asOf).toBe(truth.planted.span.asOf);
  });

  it('every row of every file is accounted for', () => {
    for (const file of report.files) {
      expect(file.read, file.file).toBe(truth.rows[`exports/${file.file}`]);
      expect(file.used + file.duplicate + file.superseded + file.rejected + file.notData, file.file).toBe(file.read);
    }
    const tickets = report.files.filter((file) => file.format === 'connectwise-report');
    const sum = (of: 'read' | 'used' | 'duplicate' | 'superseded') => tickets.reduce((total, file) => total + file[of], 0);
    expect({ read: sum('read'), used: sum('used'), duplicate: sum('duplicate'), superseded: sum('superseded') }).toEqual(truth.ticketRows);
  });

  it('satisfaction of the firm and of every client', () => {
    const { firm, clients } = truth.surveys.last13Weeks;
    expect(windowOf('S1')).toMatchObject({ value: firm.positive / firm.answered, n: firm.answered, hits: firm.positive });
    expect(windowOf('S2').value).toBeCloseTo((firm.positive - firm.negative) / firm.answered, 12);
    expect(windowOf('A2')).toMatchObject({ n: firm.sent });
    for (const [client, { answered, positive, sent }] of Object.entries(clients)) {
      if (answered > 0) expect(windowOf('S1', client), client).toMatchObject({ n: answered, hits: positive });
      if (sent > 0) expect(windowOf('A2', client).n, client).toBe(sent);
    }
  });

  it('tickets opened, complaints and contacts by week', () => {
    const opened = series('A1-tickets', 'week');
    expect(opened.value.length).toBe(78);
    expect(series('A11-count', 'week').value).toEqual(truth.complaints.byWeek);
    expect(series('A9', 'week').value).toEqual(truth.complaints.contactsByWeek);
  });

  it('the programme’s effect, claimed with its signal', () => {
    const { before, after } = truth.complaints;
    const page = report.pages.find((one) => one.path === 'complaints/')!;
    const lower = Math.round((1 - after.complaints / after.contacts / (before.complaints / before.contacts)) * 100);
    expect(page.title).toContain(`${lower}\u00a0% lower`);
    expect(page.intro).toContain('23.0 per 1,000 in-person contacts');
    const avoided = windowOf('A13-avoided').value;
    expect(avoided).toBeCloseTo((before.complaints / before.contacts - after.complaints / after.contacts) * (after.contacts / after.weeks), 9);
  });

  it('hours for a complaint, with those that have none', () => {
    const { complaints, withTime, mean } = truth.complaintHours.last13Weeks;
    expect(windowOf('A12').value).toBeCloseTo(mean, 9);
    expect(windowOf('A11-count').value).toBe(complaints);
    expect(windowOf('A12-logged').n).toBe(withTime);
  });

  it('the special clients', () => {
    const { unhappy, neverAnswers, threeTickets, unmappedCompany } = truth.planted.special;
    const pageOf = (client: string) => JSON.stringify(report.pages.find((page) => page.path === `clients/${client}/`)!);
    expect(pageOf(unhappy!)).toContain('below the band');
    expect(pageOf(neverAnswers!)).toContain('Silent');
    const quarters = figures.grid('A1-tickets', 'quarter')!;
    const opened = Array.from(quarters.starts, (_, period) => cellAt(quarters, clientAt(threeTickets!), period).n);
    expect(opened.reduce((sum, n) => sum + n, 0)).toBe(3);
    expect(issues.find((one) => one.code === 'clients-unmapped')?.text).toBe(unmappedCompany);
  });

  it('every planted fault is named by file, line and column, and nothing else is', () => {
    const named = report.refusals.map((one) => `exports/${one.file}:${one.line} ${one.column}`);
    for (const fault of truth.faults) expect(named, fault.code).toContain(`${fault.file}:${fault.line} ${fault.column}`);
    const places = new Set(truth.faults.map((fault) => `${fault.file}:${fault.line}`));
    for (const one of report.refusals.filter(({ line }) => line !== null)) expect(places).toContain(`exports/${one.file}:${one.line}`);
  });

  it('population and exclusions make up the facts of every measure', () => {
    for (const account of report.accounts) {
      expect(account.population + account.excluded.reduce((sum, one) => sum + one.rows, 0), account.measure).toBe(account.facts);
    }
    const { merged, machineMade } = truth.tickets;
    const opened = report.accounts.find((one) => one.measure === 'A1-tickets')!.excluded;
    expect(opened.find((one) => one.reason.startsWith('merged'))?.rows).toBe(merged);
    expect(opened.find((one) => one.reason.startsWith('raised by monitoring'))?.rows).toBeLessThanOrEqual(machineMade);
  });
});
