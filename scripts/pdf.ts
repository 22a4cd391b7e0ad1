import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Report } from '../src/report/model.ts';
import type { ClientShare } from '../src/report/share-model.ts';
import { openBrowser } from './browser.ts';
import { clientNamed, whyNotShared } from './client-named.ts';
import { Misuse, oneLine, Refused, run } from './command.ts';
import { commands } from './commands.ts';
import { nearName } from './endings.ts';
import { makeFolder } from './folder.ts';
import { issueLines } from './messages.ts';
import { printPage, type Printed } from './paper.ts';
import { passphrasesFor } from './passphrases.ts';
import { keepPdf, removeOthers } from './pdf-made.ts';
import { called } from './root.ts';
import { counted } from './summary.ts';
import { placeAt } from './versions.ts';

const MOST_SHEETS = 3;

type Shared = ClientShare & { readonly slug: string; readonly folder: string };

const say = (...lines: readonly string[]): void => lines.forEach((line) => process.stderr.write(`${oneLine(line)}\n`));

function reportAt(site: string, out: string): Report {
  const file = join(site, 'internal', 'report.json');
  if (!existsSync(file)) throw new Misuse(`${out}: there is no site; build one with ${called('build')}, or name it with --out`);
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

const fileOf = ({ slug }: Pick<Shared, 'slug'>): string => `${slug}.pdf`;

function sharedIn({ shares = [], clients }: Report): readonly Shared[] {
  return shares.flatMap((share) =>
    share.folder === null ? [] : [{ ...share, folder: share.folder, slug: clients.find(({ id }) => id === share.client)!.slug }],
  );
}

/** Removes what earlier runs printed of clients that have no page now, and says so. */
function clear(folder: string, shared: readonly Shared[]): void {
  for (const name of removeOthers(folder, new Set(shared.map(fileOf)))) say(`${nearName(join(folder, name))}: removed, for its client has no page now`);
}

/** The pages to print: all that are published, or that of one client by its id, name or address. */
function chosen(report: Report, out: string, wanted: string | undefined): readonly Shared[] {
  const shared = sharedIn(report);
  if (shared.length === 0)
    throw new Refused(`${out}: the last build made no pages for clients; nothing was printed; write share: { clients: all } in settings.yaml and build again`);
  if (wanted === undefined) return shared;
  const found = clientNamed(report, wanted);
  const { state } = report.shares!.find(({ client }) => client === found.id)!;
  if (state !== 'shared') throw new Refused(`${whyNotShared(found.name, state)}; nothing was printed; change share: in settings.yaml, then ${called('build')}`);
  return shared.filter(({ client }) => client === found.id);
}

/** Writes a PDF, and says what it is. */
function keep(folder: string, page: Shared, { bytes, sheets }: Printed): void {
  keepPdf(folder, fileOf(page), bytes);
  const remarks = [
    `${nearName(join(folder, fileOf(page)))}: ${counted(sheets, 'sheet')}`,
    ...(sheets > MOST_SHEETS ? [`more than ${MOST_SHEETS}: shorten the words in clients/ or of the promises`] : []),
    ...(page.locked ? ['whoever has it reads it without the passphrase'] : []),
  ];
  say(remarks.join('; '));
}

async function print(out: string, wanted: string | undefined): Promise<number> {
  const place = placeAt(out);
  const site = existsSync(place.out) ? realpathSync(place.out) : place.out;
  const report = reportAt(site, place.out);
  const folder = `${place.out}.pdf`;
  if (wanted === undefined) clear(folder, sharedIn(report));
  const pages = chosen(report, place.out, wanted);
  const locked = pages.filter((page) => page.locked).map(({ client, name, slug }) => ({ client, slug, names: [client, name, slug] }));
  const phrases = await passphrasesFor(locked, report.firm.name, { env: process.env, forbidden: [place.out, place.versions] });
  if (!('get' in phrases)) {
    say(...issueLines(phrases, null), 'nothing was printed');
    return 1;
  }
  makeFolder(folder);
  const browser = await openBrowser();
  try {
    for (const page of pages) {
      const phrase = phrases.get(page.client) ?? null;
      keep(folder, page, await printPage(browser, { client: page.client, folder: join(site, 'share', page.folder), asOf: report.asOf, phrase }));
    }
  } finally {
    await browser.close();
  }
  return 0;
}

/**
 * `npm run pdf -- [--client C] [--out DIR]`: the published pages for clients on paper, in DIR.pdf beside the site: not inside of it, for what is published
 * was searched and is never changed.
 */
await run(commands.pdf, (given) => print(resolve(given.out ?? 'dist'), given.client));
