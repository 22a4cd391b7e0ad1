import type { Report } from '../report/model.ts';

/** What every page says besides its own matter. */
export type Site = Pick<Report, 'firm' | 'masthead' | 'nav' | 'clients'>;

/** The part of a report that the frame of a page needs. */
export function siteOf({ firm, masthead, nav, clients }: Report): Site {
  return { firm, masthead, nav, clients };
}
