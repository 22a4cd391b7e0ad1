import { ateraTickets } from './atera-tickets.ts';
import { autotaskOpportunities } from './autotask-opportunities.ts';
import { autotaskTemplate } from './autotask-template.ts';
import { autotaskTickets } from './autotask-tickets.ts';
import { clockifyDetailed } from './clockify-detailed.ts';
import { connectwiseBoard } from './connectwise-board.ts';
import { connectwiseHours } from './connectwise-hours.ts';
import { connectwiseNotes } from './connectwise-notes.ts';
import { connectwiseOpportunities } from './connectwise-opportunities.ts';
import { connectwiseReport } from './connectwise-report.ts';
import { connectwiseTime } from './connectwise-time.ts';
import { contractedHours } from './contracted-hours.ts';
import type { Format } from './format.ts';
import { freshdeskTickets } from './freshdesk-tickets.ts';
import { freshserviceTickets } from './freshservice-tickets.ts';
import { glpiTickets } from './glpi-tickets.ts';
import { googleForms } from './google-forms.ts';
import { harvestTime } from './harvest-time.ts';
import { intercomConversations } from './intercom-conversations.ts';
import { intercomRatings } from './intercom-ratings.ts';
import { jiraIssues } from './jira-issues.ts';
import { kimaiTimesheet } from './kimai-timesheet.ts';
import { microsoftForms } from './microsoft-forms.ts';
import { osticketTickets } from './osticket-tickets.ts';
import { otrsClients } from './otrs-clients.ts';
import { otrsReport } from './otrs-report.ts';
import { qualtricsResponses } from './qualtrics-responses.ts';
import { redmineIssues } from './redmine-issues.ts';
import { redmineTime } from './redmine-time.ts';
import { rtTickets } from './rt-tickets.ts';
import { salesforceMilestones } from './salesforce-milestones.ts';
import { salesforceSurvey } from './salesforce-survey.ts';
import { servicenowList } from './servicenow-list.ts';
import { servicenowLog } from './servicenow-log.ts';
import { spiceworksTickets } from './spiceworks-tickets.ts';
import { surveymonkeyResponses } from './surveymonkey-responses.ts';
import { togglDetailed } from './toggl-detailed.ts';
import { typeformResponses } from './typeform-responses.ts';
import { zammadTickets } from './zammad-tickets.ts';
import { zammadTime } from './zammad-time.ts';
import { zendeskTickets } from './zendesk-tickets.ts';
import { zendeskView } from './zendesk-view.ts';
import { zohoModule } from './zoho-module.ts';
import { zohoTickets } from './zoho-tickets.ts';

/** Every export format that is recognised, besides the canonical tables. Order carries no meaning. */
export const formats: readonly Format[] = [
  ateraTickets,
  autotaskOpportunities,
  autotaskTemplate,
  autotaskTickets,
  clockifyDetailed,
  connectwiseBoard,
  connectwiseHours,
  connectwiseNotes,
  connectwiseOpportunities,
  connectwiseReport,
  connectwiseTime,
  contractedHours,
  freshdeskTickets,
  freshserviceTickets,
  glpiTickets,
  googleForms,
  harvestTime,
  intercomConversations,
  intercomRatings,
  jiraIssues,
  kimaiTimesheet,
  microsoftForms,
  osticketTickets,
  otrsClients,
  otrsReport,
  qualtricsResponses,
  redmineIssues,
  redmineTime,
  rtTickets,
  salesforceMilestones,
  salesforceSurvey,
  servicenowList,
  servicenowLog,
  spiceworksTickets,
  surveymonkeyResponses,
  togglDetailed,
  typeformResponses,
  zammadTickets,
  zammadTime,
  zendeskTickets,
  zendeskView,
  zohoModule,
  zohoTickets,
];
