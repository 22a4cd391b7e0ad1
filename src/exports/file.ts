import { issue, type Issue } from '../issue.ts';

/** A file of the workspace as the reader sees it; only `load/` knows where its bytes lie. */
export interface ExportFile {
  /** Path under the exports folder, with `/`; inside an archive the archive's path and the file's own: `week.zip/tickets.csv`. */
  readonly name: string;
  /** Bytes, unpacked where that is known. */
  readonly size: number;
  /** Name of the archive that holds it. */
  readonly archive?: string;
  /** Why it cannot be read, where that shows before it is opened. */
  readonly refused?: Issue;
  /** The bytes from the start, as often as asked; already decompressed. */
  readonly open: () => AsyncIterable<Uint8Array>;
  /** A name of the bytes as they are stored now, by their SHA-256: what has the same name unpacks to the same file. */
  readonly hash?: () => Promise<string>;
}

/** Whether a file's name says that it is an export: CSV, TSV or text, also packed by gzip. */
export function isExportName(name: string): boolean {
  return /\.(csv|tsv|txt)(\.gz)?$/i.test(name);
}

/** Whether a file's name says that it is an archive of files. */
export function isArchiveName(name: string): boolean {
  return /\.zip$/i.test(name);
}

const SPREADSHEET = /\.(xls[xmb]?|ods|numbers)$/i;

/** The issue of a file that is read by nobody for its name. */
export function passedOver(name: string): Issue {
  return issue('file-passed-over', { file: name, detail: SPREADSHEET.test(name) ? 'it is a spreadsheet' : '' });
}

/** Whether one part of a path is hidden, or is what macOS adds to every archive: nobody put it there to be read. */
export function isHidden(part: string): boolean {
  return part === '__MACOSX' || (part.startsWith('.') && !/^\.+$/.test(part));
}

/** `code` of the error for a file that unpacks to more than any export holds. */
export const SWOLLEN = 'Z_SWOLLEN';

/** Whether so many bytes are more than any export of a packed size unpacks to. */
export function isSwollen(bytes: number, packed: number): boolean {
  return bytes > 1e9 && bytes > 200 * packed;
}
