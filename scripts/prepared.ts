import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { agendaText } from '../src/report/agenda.ts';
import type { Report } from '../src/report/model.ts';
import { preparedFiles } from '../src/report/talking.ts';
import type { Slice } from '../src/share/audience.ts';
import { mailText } from '../src/share/mail.ts';

/**
 * Writes the mail and the agenda of every client with a page into the internal site, never beside the page itself. `address` is where `share/`
 * is published, undefined where the settings do not say.
 */
export async function writePrepared(report: Report, slices: ReadonlyMap<string, Slice>, internal: string, address: string | undefined): Promise<void> {
  for (const share of report.shares ?? []) {
    const slice = share.folder === null ? undefined : slices.get(share.folder);
    const slug = report.clients.find(({ id }) => id === share.client)?.slug;
    const agenda = agendaText(report, share);
    if (slice === undefined || slug === undefined || agenda === null) continue;
    const { mail, agenda: agendaFile } = preparedFiles(slug);
    await mkdir(dirname(join(internal, mail)), { recursive: true });
    const link = address === undefined ? null : `${address}${share.folder}/`;
    await writeFile(join(internal, mail), mailText(slice, { link, locked: share.locked }));
    await writeFile(join(internal, agendaFile), agenda);
  }
}
