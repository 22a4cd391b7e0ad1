/** A file of the workspace as the reader sees it; only `load.ts` knows where its bytes lie. */
export interface ExportFile {
  /** Path under the exports folder, with `/`. */
  readonly name: string;
  readonly size: number;
  /** The bytes from the start, as often as asked; already decompressed. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** Whether a file's name says that it is an export: CSV, TSV or text, also packed by gzip. */
export function isExportName(name: string): boolean {
  return /\.(csv|tsv|txt)(\.gz)?$/i.test(name);
}
