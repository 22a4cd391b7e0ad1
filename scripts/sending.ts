import { cpSync, existsSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../src/report/model.ts';
import { figuresShown } from '../src/report/sent-figures.ts';
import type { ClientShare } from '../src/report/share-model.ts';
import { dayFromText } from '../src/time/weeks.ts';
import { archiveAt, entriesAt, entryAt, filesIn, PAGE, pageHash, RECORD, recordAt, recordText, type SentRecord } from './archive.ts';
import { clientNamed, whyNotShared, type Aliases } from './client-named.ts';
import { Misuse, Refused } from './command.ts';
import { nearName } from './endings.ts';
import { makeFolder } from './folder.ts';
import { called } from './root.ts';
import { alone, type Place } from './versions.ts';

const YEAR = 366;

/** A site that is published, as far as sending a page needs it; `folder` is the version itself, which no later build changes. */
export interface Published {
  readonly folder: string;
  readonly report: Report;
  readonly built: { readonly build: string; readonly versions: Readonly<Record<string, string>> };
}

const reportAt = (out: string): string => join(out, 'internal', 'report.json');

/** The published site at a place; null where none is. */
export function publishedAt({ out }: Place): Published | null {
  if (!existsSync(reportAt(out))) return null;
  const folder = realpathSync(out);
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  return { folder, report: read(join('internal', 'report.json')) as Report, built: read('build.json') as Published['built'] };
}

/** How a client stands whose page can be sent on a day. */
function sharedOf(
  { report }: Published,
  client: string,
  name: string,
  { day, today }: { readonly day: string; readonly today: string },
): ClientShare & { readonly folder: string; readonly record: NonNullable<ClientShare['record']> } {
  const { shares, asOf } = report;
  if (shares === undefined) throw new Refused(`the site has no pages for clients; write share: in settings.yaml, then ${called('build')}`);
  const share = shares.find((one) => one.client === client)!;
  const { state, folder, record, until } = share;
  if (state !== 'shared') throw new Refused(`${whyNotShared(name, state)}; change share: in settings.yaml, then ${called('build')}`);
  if (until !== null && until < day)
    throw new Refused(`the page of "${name}" was there until ${until}; give a later day under share: in settings.yaml, then ${called('build')}`);
  if (day < asOf)
    throw new Misuse(`the page tells of days up to ${asOf} and cannot have gone out on ${day}; write --on YYYY-MM-DD with the day on which it did`);
  if (dayFromText(day)! > dayFromText(asOf)! + YEAR)
    throw new Misuse(`the page tells of days up to ${asOf}, and ${day} is more than a year later; write --on YYYY-MM-DD with the day on which it went out`);
  if (day > today)
    throw new Misuse(`${day} is a day to come, for it is ${today} now; write --on YYYY-MM-DD with the day on which the page went out, or leave --on out`);
  return { ...share, folder: folder!, record: record! };
}

/** What became of a sending. */
export interface Sending {
  readonly entry: string;
  readonly record: SentRecord;
  /** False where the same page stood there already. */
  readonly isNew: boolean;
  readonly client: Report['clients'][number];
}

interface Order {
  readonly place: Place;
  readonly site: Published;
  readonly client: Report['clients'][number];
  readonly on: string;
}

function recordOf({ place, site, client, on }: Order, page: string, share: ReturnType<typeof sharedOf>): SentRecord {
  const { report, built } = site;
  const { files, dangling } = filesIn(page);
  if (dangling.length > 0)
    throw new Refused(
      `share/${share.folder}/${dangling[0]}: a link that leads nowhere is on the page; nothing was sent; ${called('build')} makes the page again`,
    );
  const archive = archiveAt(place);
  const last = Math.max(0, ...entriesAt(archive).map((entry) => recordAt(archive, entry)?.sequence ?? 0));
  const address = readFileSync(join(site.folder, 'links.csv'), 'utf8').match(new RegExp(`https://[^\\s,"]*/${share.folder}/`))?.[0] ?? null;
  return {
    schema: 1,
    client: client.id,
    name: client.name,
    sent: on,
    sequence: last + 1,
    asOf: report.asOf,
    period: share.period,
    before: share.before,
    until: share.until,
    hash: pageHash(files),
    files,
    build: built.build,
    versions: built.versions,
    folder: share.folder,
    link: address,
    settings: report.settings,
    figures: figuresShown(share.record, new Map(report.definitions.map(({ id, version }) => [id, version]))),
  };
}

/** Name that an entry has in the archive until it is whole. */
const UNFINISHED = '.sending';

/** The archive, made where it is not there yet, with a word to Git that the ends of its lines are to stay as they are. */
function archiveFor(place: Place): string {
  const archive = archiveAt(place);
  makeFolder(archive);
  const attributes = join(archive, '.gitattributes');
  if (!existsSync(attributes)) writeFileSync(attributes, '* -text\n');
  return archive;
}

/** Puts a whole entry into the archive by one rename. It is made there, for the archive may lie on another disk than the site. */
function keep(order: Order, share: ReturnType<typeof sharedOf>): Sending {
  const archive = archiveFor(order.place);
  const made = join(archive, UNFINISHED);
  rmSync(made, { recursive: true, force: true });
  try {
    cpSync(join(order.site.folder, 'share', share.folder), join(made, PAGE), { recursive: true });
    const record = recordOf(order, join(made, PAGE), share);
    const entry = `${order.client.slug}-${order.on}-${record.hash.slice(0, 8)}`;
    if (existsSync(join(archive, entry))) return standing(order, archive, entry);
    writeFileSync(join(made, RECORD), recordText(record));
    renameSync(made, join(archive, entry));
    return { entry, record, isNew: true, client: order.client };
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/** A sending of the same page on the same day. @throws Refused where it is not as it was. */
function standing({ client }: Order, archive: string, entry: string): Sending {
  const { altered, record } = entryAt(archive, entry);
  if (altered !== null || record === null)
    throw new Refused(`${join(archive, entry)}: this page was sent that day and is not as it was: ${altered}; bring it back from a backup, or move it away`);
  return { entry, record, isNew: false, client };
}

/** Which page goes out: whose, by any name of the client, and on which day; `on` tells it for the firm's zone, as `today` does the day that it is. */
export interface Wanted {
  readonly client: string;
  readonly aliases: Aliases;
  readonly on: (zone: string) => string;
  readonly today: (zone: string) => string;
}

/**
 * Freezes a client's published page, byte for byte, as an entry of the archive beside the site. It holds the lock of builds meanwhile; what is
 * there is there whole or not at all.
 * @throws Refused where there is no site, the client has no page on that day, or a build is running; Misuse for a client that nobody is and a
 * day that lies before the report's last or after today.
 */
export async function sendPage(place: Place, { client: named, aliases, on, today }: Wanted): Promise<Sending> {
  const nothing = new Refused(`${place.out}: there is no site; build one with ${called('build')}, or name it with --out`);
  if (!existsSync(reportAt(place.out))) throw nothing;
  return alone(place, async () => {
    const site = publishedAt(place);
    if (site === null) throw nothing;
    const client = clientNamed(site.report, named, aliases);
    const { zone } = site.report.firm;
    const order = { place, site, client, on: on(zone) };
    const share = sharedOf(site, client.id, client.name, { day: order.on, today: today(zone) });
    const page = join(site.folder, 'share', share.folder);
    if (!existsSync(join(page, 'index.html'))) throw new Refused(`${nearName(page)}: the page is not there; ${called('build')} makes it again`);
    return keep(order, share);
  });
}
