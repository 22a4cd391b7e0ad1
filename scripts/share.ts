import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Report } from '../src/report/model.ts';
import { preparedFiles } from '../src/report/talking.ts';
import { dayFromText } from '../src/time/weeks.ts';
import { archiveAt } from './archive.ts';
import { clientNamed, type Aliases } from './client-named.ts';
import { Misuse, oneLine, run } from './command.ts';
import { commands } from './commands.ts';
import { nearName } from './endings.ts';
import { called } from './root.ts';
import { publishedAt, sendPage, type Published, type Wanted } from './sending.ts';
import { isOf, sentEntries, sentTable } from './sent-table.ts';
import { counted } from './summary.ts';
import { todayIn } from './today.ts';
import { placeAt, type Place } from './versions.ts';
import { workspaceIn } from './workspace.ts';

async function aliasesIn(data: string | undefined): Promise<Aliases> {
  if (data === undefined) return {};
  const workspace = await workspaceIn(resolve(data));
  return 'issues' in workspace ? {} : workspace.settings.aliases;
}

function dayOn(text: string | undefined, zone: string): string {
  if (text !== undefined && dayFromText(text) === null) throw new Misuse(`"${text}" is no day of the calendar; write --on YYYY-MM-DD`);
  return todayIn(zone, text);
}

async function send(place: Place, wanted: Wanted): Promise<number> {
  const { entry, record, isNew, client } = await sendPage(place, wanted);
  const what = `the page of ${client.name} about ${record.period.from} to ${record.period.to}, hash ${record.hash.slice(0, 8)}`;
  const where = join(nearName(archiveAt(place)), entry);
  const said = isNew ? [`sent on ${record.sent}: ${what}: kept in ${where}`] : [`sent on ${record.sent} already: ${what}: ${where}; nothing was changed`];
  const mail = join(nearName(place.out), 'internal', preparedFiles(client.slug).mail);
  const next = [...(record.link === null ? [] : [`link: ${record.link}`]), ...(existsSync(mail) ? [`mail: ${mail}`] : [])];
  process.stderr.write([...said, ...(isNew ? next : []), ''].map(oneLine).join('\n'));
  return 0;
}

/** Clients by what was sent to them, for a site that is no longer there. */
function clientsSent(place: Place): Report['clients'] {
  const records = sentEntries(place).flatMap(({ entry, record }) =>
    record === null ? [] : [{ record, slug: entry.slice(0, entry.length - '-2026-01-01-01234567'.length) }],
  );
  return [...new Map(records.map(({ record, slug }) => [record.client, { id: record.client, name: record.name, slug, mapped: true }])).values()];
}

function list(place: Place, site: Published | null, named: string | undefined, aliases: Aliases): number {
  const known = [...(site?.report.clients ?? []), ...clientsSent(place)];
  const client = named === undefined ? null : clientNamed({ clients: known }, named, aliases);
  const names = client === null ? [] : [client.id, client.name, ...(aliases[client.id] ?? []), ...(aliases[client.name] ?? [])];
  const entries = sentEntries(place).filter((one) => client === null || isOf(one, names, client.slug));
  const to = client === null ? '' : ` to ${client.name}`;
  if (entries.length === 0) {
    process.stderr.write(`nothing was sent${to} so far; ${called('share', '--client NAME', '--send')} keeps a page as it goes out\n`);
    return 0;
  }
  process.stdout.write(sentTable(entries));
  const altered = entries.filter((one) => one.altered !== null);
  for (const one of altered)
    process.stderr.write(
      `${join(nearName(archiveAt(place)), one.entry)}: ${oneLine(one.altered!)}; this is not what was sent; bring the folder back from a backup\n`,
    );
  process.stderr.write(`${counted(entries.length, 'page')} sent${to}, ${altered.length === 0 ? 'all as they were sent' : `${altered.length} altered`}\n`);
  return altered.length === 0 ? 0 : 1;
}

/**
 * `npm run share -- [--client C] [--send] [--on YYYY-MM-DD] [--out DIR] [--data DIR]`: with --send keeps the page of a client as it goes out, else lists what was
 * sent and whether it is still as it was. The day is the machine's in the firm's zone where --on names none.
 */
await run(commands.share, async ({ client, send: sends, on, out, data }) => {
  const place = placeAt(out ?? 'dist');
  const aliases = await aliasesIn(data);
  if (sends === undefined) {
    if (on !== undefined) throw new Misuse('--on says when a page went out: it needs --send');
    return list(place, publishedAt(place), client, aliases);
  }
  if (client === undefined) throw new Misuse('name the client whose page goes out with --client');
  return send(place, { client, aliases, on: (zone) => dayOn(on, zone), today: (zone) => todayIn(zone, undefined) });
});
