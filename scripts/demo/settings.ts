import { holidays } from './clock.ts';
import { programme } from './truth.ts';

/** The firm of the demo. */
export const demoFirm = 'Quillstone IT';

/** Text of the demo's settings.yaml. */
export const settingsYaml = `# Everything the report has to be told. Lines that start with # are notes.

firm:
  name: ${demoFirm}
  zone: Europe/London # weeks, months and opening hours follow this clock

# as_of: 2026-08-30    # last day to report on; without it, the end of the last complete week in the exports

calendar: # when you are open; the working clock stands still outside of it
  hours:
    mon: 08:00-18:00
    tue: 08:00-18:00
    wed: 08:00-18:00
    thu: 08:00-18:00
    fri: 08:00-18:00
  holidays: # bank holidays of England and Wales
${holidays.map((date) => `    - ${date}\n`).join('')}
targets:
  satisfaction: [85, 95] # per cent of answers that are positive: reach the first, do not chase beyond the second
  first_response: # at most; written 30 min, 4 h or 2 d
    default: 2 h
    by_priority:
      P1 Critical: 30 min
      P2 High: 1 h
      P4 Low: 8 h
  resolution:
    default: 2 d
    by_priority:
      P1 Critical: 8 h
      P2 High: 1 d
      P4 Low: 5 d
  complaints_per_1000: 25 # formal complaints per 1,000 contacts, at most

courtesy: # the programme of taking a little more time for people
  start: ${programme.start}
  seconds: 30 # more for each contact, assumed where none are logged
  channels: [in-person]

complaints:
  hours_assumed: 6 # for one complaint, used only while no time is logged against any
  rule: # tickets that are formal complaints, by any of these words in their columns
    type: [Complaint]
    category: [Complaint]
    tag: []
    board: []
    subject: [] # whole words or phrases; the subject is read for these alone and never kept

sources: # how to read files, by name; the first line that fits counts
  - files: 'cw-tickets-*'
    zone: UTC
    date_order: month-first
  - files: 'surveys-*'
    zone: UTC
  - files: 'time*'
    zone: UTC
  - files: '*' # our own lists, kept in the office
    zone: Europe/London

ignore: [] # files in exports/ to leave alone

gates: # what holds a new site back until it is confirmed; these rows are made up and never get any newer
  stale: off
`;
