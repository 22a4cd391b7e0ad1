import type { Status } from '../measures/status.ts';
import { fold } from '../fold.ts';
import { clientColumns, satisfactionOf } from './client-columns.ts';
import { FIRM, known, sourceOf, windowCell, windowSpan, type Material } from './material.ts';
import type { Block, Page, Section, Table } from './model.ts';
import { templateBlocks } from './template.ts';
import { missingTimes } from './waiting.ts';
import { count, inWords, listed, plural } from './words.ts';

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function clientTable(material: Material): Table {
  const columns = clientColumns(material);
  const named = material.clients.map(({ name, slug }, client) => ({ name, slug, client }));
  named.sort((a, b) => byText(fold(a.name), fold(b.name)) || a.client - b.client);
  return {
    caption: `Every client, ${windowSpan(material)}${columns.some(({ name }) => name === 'First response') ? '; first response is the median of so many tickets, on the elapsed clock' : ''}`,
    columns: [{ name: 'Client', numeric: false }, ...columns.map(({ name, numeric }) => ({ name, numeric }))],
    rows: named.map(({ name, slug, client }) => [{ text: name, value: name, href: `clients/${slug}/` }, ...columns.map(({ cell }) => cell(client))]),
  };
}

function unmappedSection({ facts }: Material): readonly Section[] {
  const { unmapped } = facts.clients;
  if (unmapped.length === 0) return [];
  const rows = unmapped.reduce((sum, one) => sum + one.rows, 0);
  const block: Block = {
    kind: 'table',
    id: 'clients-unmapped',
    foot: '',
    table: {
      caption: `${plural(unmapped.length, 'name')} that no client has, in ${plural(rows, 'row')}`,
      columns: [
        { name: 'Name in the exports', numeric: false },
        { name: 'Rows', numeric: true },
      ],
      rows: unmapped.map((one) => [
        { text: one.name, value: one.name },
        { text: count(one.rows), value: one.rows },
      ]),
    },
  };
  const note = 'Their rows count for the firm only. Add the name to the clients table, or under aliases in settings.yaml.';
  return [{ id: 'unmapped', head: 'Unmapped names', note, blocks: [block] }];
}

const isAre = (value: number, rest: string) => `${inWords(value, false)} ${value === 1 ? 'is' : 'are'} ${rest}`;

function finding(material: Material): { readonly title: string; readonly intro: string } {
  const all = material.clients.length;
  const on = `${plural(all, 'client')} on record`;
  if (material.facts.tables.surveys === undefined)
    return { title: on, intro: `No survey was read, so nobody’s satisfaction is known. ${missingTimes(material)}`.trim() };
  if (known(windowCell(material, 'S1', FIRM)) === null) return { title: `${on}, and no survey answered in 13 weeks`, intro: missingTimes(material) };
  const words = material.clients.map((_, client) => satisfactionOf(material, client));
  const times = (status: Status | null) => words.filter((word) => word === status).length;
  const below = times('below');
  const parts = [
    ...(times('meets') > 0 ? [`${inWords(times('meets'), false)} ${times('meets') === 1 ? 'meets' : 'meet'} it`] : []),
    ...(times('cannot tell') > 0 ? [isAre(times('cannot tell'), 'too close to tell')] : []),
    ...(times('not enough answers') > 0
      ? [`${inWords(times('not enough answers'), false)} ${times('not enough answers') === 1 ? 'has' : 'have'} too few answers`]
      : []),
    ...(times(null) > 0 ? [`${inWords(times(null), false)} gave none`] : []),
  ];
  const title = `${below === 0 ? 'None' : inWords(below, true)} of ${plural(all, 'client')} ${below === 0 || below === 1 ? 'is' : 'are'} below the band of satisfaction`;
  return { title, intro: parts.length === 0 ? '' : `Of the others, ${listed(parts)}.` };
}

/** The list of clients: what they answered, how fast they were answered, what they complained of. */
export function clientsPage(material: Material): Page {
  const base = {
    path: 'clients/',
    nav: 'Clients',
    tab: 'Clients',
    head: 'Clients',
    note: 'One row a client; the name opens its page.',
    lead: false,
  };
  if (material.clients.length === 0) {
    const template: Section = {
      id: 'template',
      head: 'What to record',
      note: 'A spreadsheet saved as CSV is enough.',
      blocks: templateBlocks('clients'),
    };
    return {
      ...base,
      title: 'The exports name no client',
      intro: 'So no figure can be told client by client. Name one for each row, or for a whole file under sources in settings.yaml.',
      sections: [template, ...unmappedSection(material)],
    };
  }
  const listNote = material.facts.clients.listed ? '' : ' No client list was read: every name in the exports is a client.';
  const table: Block = {
    kind: 'table',
    id: 'clients',
    table: clientTable(material),
    foot: sourceOf(material, ['surveys', 'tickets', 'complaints', 'contacts']),
  };
  const note = `Figures of 13 weeks, by name. Under ten rows a share is shown as counts.${listNote}`;
  return {
    ...base,
    ...finding(material),
    sections: [{ id: 'list', head: 'All clients', note, blocks: [table] }, ...unmappedSection(material)],
  };
}
