import type { Command } from './command.ts';

/** The words that may stand after the name of a command. */
export function takes({ options, operand, optional }: Omit<Command<string, string>, 'name'>): readonly string[] {
  const words = Object.entries(options).map(([option, value]) => (value === true ? `[--${option}]` : `[--${option} ${value}]`));
  return operand === undefined ? words : [...words, optional === true ? `[${operand}]` : operand];
}

/** What each command takes and, in a few words, does: all that the package runs, in the order in which they are listed. */
export const commands = {
  build: {
    name: 'build',
    does: 'exports to the site; the last good site stays until the new one is whole',
    options: {
      data: 'DIR',
      out: 'DIR',
      'as-of': 'YYYY-MM-DD',
      confirm: 'FINDING,…',
      today: 'YYYY-MM-DD',
      rollback: true,
      'no-cache': true,
    },
  },
  check: {
    name: 'check',
    does: 'reads and validates only: what was recognised, assumed, refused, unmapped',
    options: { data: 'DIR', 'no-cache': true },
  },
  rows: { name: 'rows', does: 'one file’s accepted rows as plain CSV; what was refused, line by line', options: {}, operand: 'FILE' },
  init: {
    name: 'init',
    does: 'a workspace to start from; proposes a mapping for files that nothing knows; or the weekly job of a host',
    options: { yes: true, ci: 'github|gitlab|cron' },
    operand: 'DIR',
    optional: true,
  },
  share: {
    name: 'share',
    does: 'with --send keeps a client’s page as it goes out; else what was sent, and whether it is still so',
    options: { client: 'NAME', send: true, on: 'YYYY-MM-DD', out: 'DIR', data: 'DIR' },
  },
  dev: { name: 'dev', does: 'the site live while a workspace or a page changes', options: { data: 'DIR' } },
  preview: { name: 'preview', does: 'serves what was built, to this machine alone', options: { out: 'DIR', port: 'N' } },
  pdf: { name: 'pdf', does: 'the pages for clients as PDF files, beside the site', options: { client: 'C', out: 'DIR' } },
  demo: { name: 'demo', does: 'writes the demo workspace anew', options: { truth: 'FILE' }, operand: 'DIR', optional: true },
} as const satisfies Readonly<Record<string, Command<string, string> & { readonly does: string }>>;
