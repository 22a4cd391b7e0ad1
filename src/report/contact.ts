import { phrase, say, translated } from '../language/language.ts';
import { clientsByQuiet } from '../measures/contact-balance.ts';
import type { CellValue } from '../measures/measure.ts';
import type { TableName } from '../facts/table.ts';
import { balanceSection } from './contact-balance.ts';
import { quietSection } from './contact-quiet.ts';
import { monthlyReportsSection } from './contact-reports.ts';
import { known, type Material, sourceOf, titleOf, windowCell } from './material.ts';
import type { Block, Page, Section } from './model.ts';
import { figureBlocks, shareSpec } from './promises-figures.ts';
import { templateBlocks } from './template.ts';
import { windowOf } from './window.ts';
import { hitsAmong, inWords, plural } from './words.ts';

const CLIENTS = ['client', 'clients'] as const;
const CONTACTS = ['contact', 'contacts'] as const;

function figuresSection(material: Material): readonly Section[] {
  const blocks = figureBlocks(material, [
    shareSpec(material, 'E15', say`Last word was welcome`, CLIENTS, false),
    shareSpec(material, 'E11', say`Contacts that follow up`, CONTACTS, false),
    shareSpec(material, 'B7', say`Contacts in person`, CONTACTS, false),
    shareSpec(material, 'B20-known', say`Preference known`, CLIENTS, false),
    shareSpec(material, 'B20', say`In the way they like`, CONTACTS, false),
    shareSpec(material, 'A1', titleOf(material, 'A1'), CLIENTS, true),
    shareSpec(material, 'E15-complaints', say`Complaints after a welcome word`, ['complaint', 'complaints'], false),
  ]);
  const note = say`Bar and small figures: 95\u00a0% interval. Welcome: it felt positive, or nobody had to ask for it.`;
  return blocks.length === 0 ? [] : [{ id: 'figures', head: say`How we keep in touch`, note, blocks }];
}

const PROACTIVE: readonly (readonly [measure: string, label: string])[] = [
  ['E16-proactive', phrase`Before anybody asked`],
  ['E16-follow-up', phrase`To follow up`],
  ['E16-teaching', phrase`To teach`],
  ['E16-tip', phrase`With a tip`],
  ['E16-event', phrase`About an event`],
];

function proactiveSection(material: Material): readonly Section[] {
  const rows = PROACTIVE.flatMap(([measure, label]) => {
    const cell = known(windowCell(material, measure));
    return cell === null ? [] : [[translated(label), cell.value] as const];
  });
  if (rows.length === 0) return [];
  const total = rows.reduce((sum, [, value]) => sum + value, 0);
  const table = {
    caption: say`${plural(total, 'contact')} that nobody had to ask for, by kind, ${windowOf(material, PROACTIVE[0]![0]).over}`,
    columns: [
      { name: say`Kind`, numeric: false },
      { name: say`Contacts`, numeric: true },
    ],
    rows: rows
      .toSorted((a, b) => b[1] - a[1])
      .map(([label, value]) => [
        { text: label, value: label },
        { text: String(value), value },
      ]),
  };
  const blocks: readonly Block[] = [{ kind: 'table', id: 'contacts-unasked', table, foot: sourceOf(material, ['contacts']) }];
  return [{ id: 'unasked', head: say`Unasked`, note: say`Tips, classes, news: contact that is no answer to a ticket.`, blocks }];
}

const TEMPLATES: readonly (readonly [table: TableName, head: string, note: string])[] = [
  ['contacts', phrase`Contacts to record`, phrase`Calls, visits and mails apart from tickets.`],
  ['reports_sent', phrase`Reports to record`, phrase`Which month’s report went to which client, and when.`],
  ['training', phrase`Classes to record`, phrase`Classes and events that clients were invited to.`],
];

function templateSections({ facts }: Material): readonly Section[] {
  return TEMPLATES.filter(([table]) => facts.tables[table] === undefined).map(([table, head, note]) => ({
    id: `template-${table.replaceAll('_', '-')}`,
    head: translated(head),
    note: translated(note),
    blocks: templateBlocks(table),
  }));
}

function silentTitle({ hits, n }: CellValue): string {
  if (hits === 0) return say`Every client has heard from us within 30 days`;
  const clients = plural(n, 'client');
  return hits === 1
    ? say`One of ${clients} has not heard from us for over 30 days`
    : say`${inWords(hits, true)} of ${clients} have not heard from us for over 30 days`;
}

function finding(material: Material): { readonly title: string; readonly intro: string } {
  const quiet = clientsByQuiet(material.context);
  const long = known(windowCell(material, 'B1-30'));
  const short = known(windowCell(material, 'B1-14'));
  const reports = known(windowCell(material, 'B14'));
  const sent = reports === null ? [] : [say`${hitsAmong(reports.hits, plural(reports.n, 'monthly report'))} went out in time.`];
  if (long === null)
    return {
      title: quiet === null ? say`How often we get in touch cannot be told` : say`Contacts reach back too few days to tell silence`,
      intro: [say`Contacts with their direction and day tell who has not heard from us.`, ...sent].join(' '),
    };
  const fortnight =
    short === null || short.hits === 0 ? [] : [say`Nothing heard for over 14 days, tickets aside: ${hitsAmong(short.hits, plural(short.n, 'client'))}.`];
  return { title: silentTitle(long), intro: [...fortnight, ...sent].join(' ') };
}

/** The page about contact before trouble: who has heard from us, who begins, how it feels, and what was sent. */
export function contactPage(material: Material): Page {
  const base = { path: 'contact/', nav: say`Contact`, tab: say`Contact`, head: say`Contact`, note: say`Who hears from us, and how it feels.`, lead: false };
  const { contacts, reports_sent: reports } = material.facts.tables;
  const templates = templateSections(material);
  if (contacts === undefined && reports === undefined)
    return {
      ...base,
      title: say`No contact is on record`,
      intro: say`Start with a list of calls and visits that are no answer to a ticket. The columns stand below.`,
      sections: templates,
    };
  const sections = [quietSection, balanceSection, figuresSection, proactiveSection, monthlyReportsSection].flatMap((make) => make(material));
  return { ...base, ...finding(material), sections: [...sections, ...templates] };
}
