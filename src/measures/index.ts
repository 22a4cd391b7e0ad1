import { complaintWork } from './complaint-hours.ts';
import { complaints } from './complaints.ts';
import { contact } from './contact.ts';
import type { Measure } from './measure.ts';
import { programme } from './programme.ts';
import { confirmation, recovery } from './recovery.ts';
import { response } from './response.ts';
import { satisfaction } from './satisfaction.ts';
import { scope } from './scope.ts';
import { steps } from './steps.ts';
import { courtesyWorth } from './worth.ts';

/** All measures in report order. A derived one stands after those it reads where these are derived too. */
export const measures: readonly Measure[] = [
  ...satisfaction,
  ...response,
  ...programme,
  ...contact,
  ...complaints,
  ...complaintWork,
  ...courtesyWorth,
  ...scope,
  ...recovery,
  ...steps,
  ...confirmation,
];
