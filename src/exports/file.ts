/** A file of the workspace as the reader sees it; only `load.ts` knows where its bytes lie. */
export interface ExportFile {
  /** Path under the exports folder, with `/`. */
  readonly name: string;
  readonly size: number;
  /** The bytes from the start, as often as asked; already decompressed. */
  readonly open: () => AsyncIterable<Uint8Array>;
}
