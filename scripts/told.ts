import type { Verdict } from '../src/gates/gates.ts';
import type { Issue } from '../src/issue.ts';
import type { Report } from '../src/report/model.ts';

/** How a build ended, for those who were not there. */
export interface Told {
  /** Published; held by a gate; refused because of the data. */
  readonly state: 'published' | 'held' | 'refused';
  readonly firm: string;
  /** The locale of the report, or of what would have been one. */
  readonly locale: string;
  /** The report that is published or would be, null where the data were refused. */
  readonly report: Report | null;
  readonly issues: readonly Issue[];
  /** Null where the build did not come as far as its gates. */
  readonly verdict: Verdict | null;
  /** Name of the build, null where it has none. */
  readonly build: string | null;
  /** Last day of the report that the site shows now, null without a site. */
  readonly shows: string | null;
}
