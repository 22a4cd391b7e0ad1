import type { Status } from '../measures/status.ts';
import { say } from '../language/language.ts';
import { fold } from '../fold.ts';
import { clientColumns, satisfactionOf } from './client-columns.ts';
import { endSaid } from './ended.ts';
import { FIRM, known, sourceOf, windowCell, type Material } from './material.ts';
import type { Block, Page, Section, Table } from './model.ts';
import { templateBlocks } from './template.ts';
import { missingTimes } from './waiting.ts';
import { windowOf, windowSpan } from './window.ts';
import { count, inWords, listed, plural } from './words.ts';

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function clientTable(material: Material): Table {
  const columns = clientColumns(material);
  const timed = known(windowCell(material, 'F1-elapsed')) !== null;
  const named = material.clients.map(({ name, slug }, client) => ({ name, slug, client }));
  named.sort((a, b) => byText(fold(a.name), fold(b.name)) || a.client - b.client);
  return {
    caption: `${say`Every client, ${windowSpan(material)}`}${timed ? say`; first response is the median of so many tickets, on the elapsed clock` : ''}`,
    columns: [{ name: say`Client`, numeric: false }, ...columns.map(({ name, numeric }) => ({ name, numeric }))],
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
      caption: say`${plural(unmapped.length, 'name')} that no client has, in ${plural(rows, 'row')}`,
      columns: [
        { name: say`Name in the exports`, numeric: false },
        { name: say`Rows`, numeric: true },
      ],
      rows: unmapped.map((one) => [
        { text: one.name, value: one.name },
        { text: count(one.rows), value: one.rows },
      ]),
    },
  };
  const note = say`Their rows count for the firm only. Add the name to the clients table, or under aliases in settings.yaml.`;
  return [{ id: 'unmapped', head: say`Unmapped names`, note, blocks: [block] }];
}

/** How the clients stand that are not below the band: a part of a sentence for every status that one of them has. */
function othersOf(statuses: readonly (Status | null)[]): readonly string[] {
  const part = (status: Status | null, one: () => string, many: (times: string) => string) => {
    const times = statuses.filter((word) => word === status).length;
    return times === 0 ? [] : [times === 1 ? one() : many(inWords(times, false))];
  };
  return [
    ...part(
      'meets',
      () => say`one meets it`,
      (times) => say`${times} meet it`,
    ),
    ...part(
      'cannot tell',
      () => say`one is too close to tell`,
      (times) => say`${times} are too close to tell`,
    ),
    ...part(
      'not enough answers',
      () => say`one has too few answers`,
      (times) => say`${times} have too few answers`,
    ),
    ...part(
      null,
      () => say`one gave none`,
      (times) => say`${times} gave none`,
    ),
  ];
}

function belowTitle(below: number, all: string): string {
  if (below === 0) return say`None of ${all} is below the band of satisfaction`;
  return below === 1 ? say`One of ${all} is below the band of satisfaction` : say`${inWords(below, true)} of ${all} are below the band of satisfaction`;
}

function finding(material: Material): { readonly title: string; readonly intro: string } {
  const all = material.clients.length;
  const on = say`${plural(all, 'client')} on record`;
  if (material.facts.tables.surveys === undefined)
    return { title: on, intro: `${say`No survey was read, so nobody’s satisfaction is known.`} ${missingTimes(material)}`.trim() };
  if (known(windowCell(material, 'S1', FIRM)) === null) {
    const end = endSaid(material, 'surveys');
    return {
      title: end === null ? say`${on}, and no survey answered ${windowOf(material, 'S1').within}` : say`${on}, and ${end}`,
      intro: missingTimes(material),
    };
  }
  const statuses = material.clients.map((_, client) => satisfactionOf(material, client));
  const parts = othersOf(statuses);
  const below = statuses.filter((status) => status === 'below').length;
  return { title: belowTitle(below, plural(all, 'client')), intro: parts.length === 0 ? '' : say`Of the others, ${listed(parts)}.` };
}

/** The list of clients: what they answered, how fast they were answered, what they complained of. */
export function clientsPage(material: Material): Page {
  const base = {
    path: 'clients/',
    nav: say`Clients`,
    tab: say`Clients`,
    head: say`Clients`,
    note: say`One row a client; the name opens its page.`,
    lead: false,
  };
  if (material.clients.length === 0) {
    const template: Section = {
      id: 'template',
      head: say`What to record`,
      note: say`A spreadsheet saved as CSV is enough.`,
      blocks: templateBlocks('clients'),
    };
    return {
      ...base,
      title: say`The exports name no client`,
      intro: say`So no figure can be told client by client. Name one for each row, or for a whole file under sources in settings.yaml.`,
      sections: [template, ...unmappedSection(material)],
    };
  }
  const listNote = material.facts.clients.listed ? '' : say` No client list was read: every name in the exports is a client.`;
  const table: Block = {
    kind: 'table',
    id: 'clients',
    table: clientTable(material),
    foot: sourceOf(material, ['surveys', 'tickets', 'complaints', 'contacts']),
  };
  const note = `${say`Figures by name, ${windowOf(material).over}. Under ten rows a share is shown as counts.`}${listNote}`;
  return {
    ...base,
    ...finding(material),
    sections: [{ id: 'list', head: say`All clients`, note, blocks: [table] }, ...unmappedSection(material)],
  };
}
