import { clockifyDetailed } from './clockify-detailed.ts';
import { connectwiseBoard } from './connectwise-board.ts';
import { connectwiseReport } from './connectwise-report.ts';
import { connectwiseTime } from './connectwise-time.ts';
import { contractedHours } from './contracted-hours.ts';
import type { Format } from './format.ts';
import { freshdeskTickets } from './freshdesk-tickets.ts';
import { otrsClients } from './otrs-clients.ts';
import { otrsReport } from './otrs-report.ts';
import { salesforceMilestones } from './salesforce-milestones.ts';
import { salesforceSurvey } from './salesforce-survey.ts';
import { servicenowList } from './servicenow-list.ts';
import { servicenowLog } from './servicenow-log.ts';
import { zendeskTickets } from './zendesk-tickets.ts';

/** Every export format that is recognised, besides the canonical tables. Order carries no meaning. */
export const formats: readonly Format[] = [
  clockifyDetailed,
  connectwiseBoard,
  connectwiseReport,
  connectwiseTime,
  contractedHours,
  freshdeskTickets,
  otrsClients,
  otrsReport,
  salesforceMilestones,
  salesforceSurvey,
  servicenowList,
  servicenowLog,
  zendeskTickets,
];
