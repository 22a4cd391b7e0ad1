import { csv } from '../report/csv.ts';
import type { ClientShare } from '../report/share-model.ts';

/** links.csv, for the firm's eyes: which client has which folder and until when; with the address of the site, whole links. */
export function linksCsv(shares: readonly ClientShare[], address: string | undefined): string {
  const shown = shares.filter(({ folder }) => folder !== null);
  const link = (folder: string) => (address === undefined ? '' : `${address}${folder}/`);
  return csv([['client', 'folder', 'expires', 'link'], ...shown.map(({ client, folder, until }) => [client, folder, until, link(folder!)])]);
}
