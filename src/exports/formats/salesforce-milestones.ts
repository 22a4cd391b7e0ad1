import type { Format } from './format.ts';

/**
 * A report of case milestones. A case has a row for each of its milestones, so a row is one promise and its number is
 * the case's with the milestone's name; it stays the same when the completion is filled in later. The elapsed and target
 * columns are business hours and are not read.
 */
export const salesforceMilestones: Format = {
  id: 'salesforce-milestones',
  title: 'Salesforce, case milestones',
  version: 1,
  needs: ['Case Number', 'Milestone', 'Target Date', 'Completion Date'],
  knows: ['Status', 'Priority', 'Case Origin', 'Target Response (Hours)', 'Elapsed Time (Hours)', 'Your Email Address'],
  gives: [
    {
      table: 'promises',
      fields: {
        promise_id: { from: 'Case Number', and: 'Milestone' },
        client: { from: 'Account Name' },
        ticket_id: { from: 'Case Number' },
        kind: { fixed: 'task' },
        wording: { from: 'Milestone' },
        made_at: { from: 'Date/Time Opened' },
        due_at: { from: 'Target Date' },
        kept_at: { from: 'Completion Date' },
      },
    },
  ],
};
