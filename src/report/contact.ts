import { clientsByQuiet } from '../measures/contact-balance.ts';
import type { TableName } from '../facts/table.ts';
import { balanceSection } from './contact-balance.ts';
import { quietSection } from './contact-quiet.ts';
import { monthlyReportsSection } from './contact-reports.ts';
import { known, windowCell, type Material } from './material.ts';
import type { Block, Page, Section } from './model.ts';
import { figureBlocks, shareSpec } from './promises-figures.ts';
import { templateBlocks } from './template.ts';
import { hitsOf, inWords, plural } from './words.ts';

const CLIENTS = ['client', 'clients'] as const;
const CONTACTS = ['contact', 'contacts'] as const;

function figuresSection(material: Material): readonly Section[] {
  const blocks = figureBlocks(material, [
    shareSpec(material, 'E15', 'Last word was welcome', CLIENTS, false),
    shareSpec(material, 'E11', 'Contacts that follow up', CONTACTS, false),
    shareSpec(material, 'B7', 'Contacts in person', CONTACTS, false),
    shareSpec(material, 'B20-known', 'Preference known', CLIENTS, false),
    shareSpec(material, 'B20', 'In the way they like', CONTACTS, false),
    shareSpec(material, 'A1', 'Clients that we ask', CLIENTS, true),
    shareSpec(material, 'E15-complaints', 'Complaints after a welcome word', ['complaint', 'complaints'], false),
  ]);
  const note = 'Bar and small figures: 95\u00a0% interval. Welcome: it felt positive, or nobody had to ask for it.';
  return blocks.length === 0 ? [] : [{ id: 'figures', head: 'How we keep in touch', note, blocks }];
}

const PROACTIVE: readonly (readonly [measure: string, label: string])[] = [
  ['E16-proactive', 'Before anybody asked'],
  ['E16-follow-up', 'To follow up'],
  ['E16-teaching', 'To teach'],
  ['E16-tip', 'With a tip'],
  ['E16-event', 'About an event'],
];

function proactiveSection(material: Material): readonly Section[] {
  const rows = PROACTIVE.flatMap(([measure, label]) => {
    const cell = known(windowCell(material, measure));
    return cell === null ? [] : [[label, cell.value] as const];
  });
  if (rows.length === 0) return [];
  const total = rows.reduce((sum, [, value]) => sum + value, 0);
  const table = {
    caption: `${plural(total, 'contact')} that nobody had to ask for, by kind, 13 weeks`,
    columns: [
      { name: 'Kind', numeric: false },
      { name: 'Contacts', numeric: true },
    ],
    rows: rows
      .toSorted((a, b) => b[1] - a[1])
      .map(([label, value]) => [
        { text: label, value: label },
        { text: String(value), value },
      ]),
  };
  const blocks: readonly Block[] = [{ kind: 'table', id: 'contacts-unasked', table, foot: '' }];
  return [{ id: 'unasked', head: 'Unasked', note: 'Tips, classes, news: contact that is no answer to a ticket.', blocks }];
}

const TEMPLATES: readonly (readonly [table: TableName, head: string, note: string])[] = [
  ['contacts', 'Contacts to record', 'Calls, visits and mails apart from tickets.'],
  ['reports_sent', 'Reports to record', 'Which month’s report went to which client, and when.'],
  ['training', 'Classes to record', 'Classes and events that clients were invited to.'],
];

function templateSections({ facts }: Material): readonly Section[] {
  return TEMPLATES.filter(([table]) => facts.tables[table] === undefined).map(([table, head, note]) => ({
    id: `template-${table.replaceAll('_', '-')}`,
    head,
    note,
    blocks: templateBlocks(table),
  }));
}

function finding(material: Material): { readonly title: string; readonly intro: string } {
  const quiet = clientsByQuiet(material.context);
  const long = known(windowCell(material, 'B1-30'));
  const short = known(windowCell(material, 'B1-14'));
  const reports = known(windowCell(material, 'B14'));
  const sent = reports === null ? '' : ` ${hitsOf(reports.hits, reports.n)} monthly reports went out in time.`;
  if (long === null)
    return {
      title: quiet === null ? 'How often we get in touch cannot be told' : 'Contacts reach back too few days to tell silence',
      intro: `Contacts with their direction and day tell who has not heard from us.${sent}`,
    };
  const beyond = (days: number) => `over ${days} days`;
  const title =
    long.hits === 0
      ? 'Every client has heard from us within 30 days'
      : `${inWords(long.hits, true)} of ${plural(long.n, 'client')} ${long.hits === 1 ? 'has' : 'have'} not heard from us for ${beyond(30)}`;
  const fortnight = short === null || short.hits === 0 ? '' : `${hitsOf(short.hits, short.n)} clients have heard nothing for ${beyond(14)}, tickets aside.`;
  return { title, intro: `${fortnight}${sent}`.trim() };
}

/** The page about contact before trouble: who has heard from us, who begins, how it feels, and what was sent. */
export function contactPage(material: Material): Page {
  const base = { path: 'contact/', nav: 'Contact', tab: 'Contact', head: 'Contact', note: 'Who hears from us, and how it feels.', lead: false };
  const { contacts, reports_sent: reports } = material.facts.tables;
  const templates = templateSections(material);
  if (contacts === undefined && reports === undefined)
    return {
      ...base,
      title: 'No contact is on record',
      intro: 'Start with a list of calls and visits that are no answer to a ticket. The columns stand below.',
      sections: templates,
    };
  const sections = [quietSection, balanceSection, figuresSection, proactiveSection, monthlyReportsSection].flatMap((make) => make(material));
  return { ...base, ...finding(material), sections: [...sections, ...templates] };
}
