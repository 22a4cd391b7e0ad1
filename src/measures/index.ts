import { afterAnswers } from './after-answers.ts';
import { attributes } from './attributes.ts';
import { commitments } from './commitments.ts';
import { complaintWork } from './complaint-hours.ts';
import { complaints } from './complaints.ts';
import { conduct } from './conduct.ts';
import { contactBalance } from './contact-balance.ts';
import { contact } from './contact.ts';
import { leaving } from './departures.ts';
import { disputes } from './disputes.ts';
import { repeated } from './double-failures.ts';
import { expectations } from './expectations.ts';
import { onSiteExtras } from './extras.ts';
import { followUps } from './follow-up.ts';
import { helpful } from './helpful.ts';
import type { Measure } from './measure.ts';
import { monthlyReports } from './monthly-reports.ts';
import { notices } from './notice.ts';
import { plans } from './plans.ts';
import { programme } from './programme.ts';
import { promises } from './promises.ts';
import { paradox } from './recovery-paradox.ts';
import { confirmation, recovery } from './recovery.ts';
import { references } from './references.ts';
import { response } from './response.ts';
import { retention } from './retention.ts';
import { reviews } from './reviews.ts';
import { rework } from './rework.ts';
import { satisfaction } from './satisfaction.ts';
import { scope } from './scope.ts';
import { service } from './service.ts';
import { severity } from './severity.ts';
import { spares } from './spares.ts';
import { steps } from './steps.ts';
import { storms } from './storms.ts';
import { questions } from './taught.ts';
import { teaching } from './teaching.ts';
import { training } from './training.ts';
import { unansweredTickets } from './unanswered-tickets.ts';
import { vendor } from './vendor.ts';
import { updates } from './updates.ts';
import { visits } from './visits.ts';
import { courtesyWorth } from './worth.ts';

/** The measures in report order. Those of a group read much of the same, so that one processor had better count them all. */
export const groups: readonly (readonly Measure[])[] = [
  satisfaction,
  response,
  programme,
  contact,
  complaints,
  complaintWork,
  courtesyWorth,
  scope,
  recovery,
  steps,
  confirmation,
  commitments,
  repeated,
  paradox,
  afterAnswers,
  promises,
  visits,
  expectations,
  updates,
  service,
  contactBalance,
  followUps,
  reviews,
  monthlyReports,
  retention,
  vendor,
  conduct,
  rework,
  notices,
  onSiteExtras,
  helpful,
  teaching,
  unansweredTickets,
  training,
  questions,
  disputes,
  attributes,
  plans,
  severity,
  references,
  spares,
  storms,
  leaving,
];

/** All measures in report order. A derived one stands after those it reads where these are derived too. */
export const measures: readonly Measure[] = groups.flat();
