import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { speaking } from '../src/language/language.ts';
import { agendaText } from '../src/report/agenda.ts';
import type { Report } from '../src/report/model.ts';
import type { ClientShare } from '../src/report/share-model.ts';
import { preparedFiles } from '../src/report/talking.ts';
import type { Slice } from '../src/share/audience.ts';
import { mailText } from '../src/share/mail.ts';

/** What is written for one client, in the language of the report. */
function textsFor(report: Report, share: ClientShare, slice: Slice, address: string | undefined) {
  const link = address === undefined ? null : `${address}${share.folder}/`;
  return speaking(report.firm.locale, () => ({ mail: mailText(slice, { link, locked: share.locked }), agenda: agendaText(report, share) }));
}

/**
 * Writes the mail and the agenda of every client with a page into the internal site, never beside the page itself. `address` is where `share/`
 * is published, undefined where the settings do not say.
 */
export async function writePrepared(report: Report, slices: ReadonlyMap<string, Slice>, internal: string, address: string | undefined): Promise<void> {
  for (const share of report.shares ?? []) {
    const slice = share.folder === null ? undefined : slices.get(share.folder);
    const slug = report.clients.find(({ id }) => id === share.client)?.slug;
    if (slice === undefined || slug === undefined) continue;
    const { mail, agenda } = textsFor(report, share, slice, address);
    if (agenda === null) continue;
    const files = preparedFiles(slug);
    await mkdir(dirname(join(internal, files.mail)), { recursive: true });
    await writeFile(join(internal, files.mail), mail);
    await writeFile(join(internal, files.agenda), agenda);
  }
}
