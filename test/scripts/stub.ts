import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Report } from '../../src/report/model.ts';
import type { Stages } from '../../scripts/stages.ts';

export const PAGES = ['', 'one/', 'two/', 'three/'];

/** A report of four empty pages that says `mark` on each. */
export function reportSaying(mark: string, asOf = '2026-03-15'): Report {
  const page = { nav: '', tab: '', head: '', note: '', title: mark, lead: false, intro: '', sections: [] };
  return {
    schema: 1,
    firm: { name: 'Rowan IT', zone: 'UTC', locale: 'en-GB', logo: null, accent: null },
    asOf,
    week: { start: '2026-03-09', end: '2026-03-15' },
    window: { start: '2025-12-15', end: '2026-03-15' },
    facts: { tickets: 1234, time_entries: 1 },
    clients: [],
    masthead: mark,
    nav: [],
    pages: PAGES.map((path) => ({ ...page, path })),
    definitions: [],
    series: [],
    files: [],
    refusals: [],
    notes: [],
    accounts: [],
    restated: [],
    settings: '',
  };
}

const NO_FIGURES = { grid: () => null, accounts: [] };

/** Stages that take `ms` for the pages and make each page of the mark alone. */
export function stagesSaying(mark: string, ms: number, asOf?: string): Stages {
  return {
    report: async () => ({ report: reportSaying(mark, asOf), issues: [], figures: NO_FIGURES }),
    pages: async (_, folder) => {
      for (const path of PAGES) {
        mkdirSync(join(folder, path), { recursive: true });
        writeFileSync(join(folder, path, 'index.html'), mark);
        await setTimeout(ms / PAGES.length);
      }
    },
  };
}
