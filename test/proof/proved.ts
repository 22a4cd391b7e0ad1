import { service } from './service.sql.ts';
import { contactBalance } from './contact-balance.sql.ts';
import { visits } from './visits.sql.ts';
import { promises } from './promises.sql.ts';
import { commitments } from './commitments.sql.ts';
import { complaintHours } from './complaint-hours.sql.ts';
import { complaints } from './complaints.sql.ts';
import { contact } from './contact.sql.ts';
import { daily } from './daily.sql.ts';
import { backlog } from './backlog.sql.ts';
import { clients } from './clients.sql.ts';
import { closings } from './closings.sql.ts';
import { expectations } from './expectations.sql.ts';
import { disputes } from './disputes.sql.ts';
import { faults } from './faults.sql.ts';
import { gravest } from './gravest.sql.ts';
import { items } from './items.sql.ts';
import { meetings } from './meetings.sql.ts';
import { paradox } from './paradox.sql.ts';
import { parting } from './parting.sql.ts';
import { attendance, training } from './training.sql.ts';
import { updated } from './silences.sql.ts';
import type { Proof } from './kinds.sql.ts';
import { programme } from './programme.sql.ts';
import { recovery } from './recovery.sql.ts';
import { response } from './response.sql.ts';
import { satisfaction } from './satisfaction.sql.ts';
import { scope } from './scope.sql.ts';
import { steps } from './steps.sql.ts';
import { worth } from './worth.sql.ts';

/** Proofs of measures of tickets, surveys, complaints, contacts and time, those first that others read. */
export const core: readonly Proof[] = [
  ...satisfaction,
  ...response,
  ...programme,
  ...contact,
  ...complaints,
  ...complaintHours,
  ...worth,
  ...scope,
  ...recovery,
  ...steps,
];

/** Every measure that is computed a second time. */
export const proofs: readonly Proof[] = [
  ...core,
  ...commitments,
  ...promises,
  ...visits,
  ...contactBalance,
  ...service,
  ...expectations,
  ...updated,
  ...closings,
  ...backlog,
  ...clients,
  ...meetings,
  ...faults,
  ...paradox,
  ...daily,
  ...training,
  attendance,
  ...items,
  ...disputes,
  ...gravest,
  ...parting,
];
