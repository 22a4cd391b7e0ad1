import { z } from 'zod';
import { duration } from './settings-forms.ts';

const grades = ['hold', 'warn', 'off'] as const;
const part = z
  .union([z.number(), z.string().regex(/^\d+(\.\d+)?\s*%$/, 'a part is written 5 %')])
  .transform((raw) => (typeof raw === 'string' ? Number.parseFloat(raw) : raw))
  .refine((percent) => percent >= 0 && percent <= 100, 'a part is written 5 %, up to 100 %');

/** A gate: `hold`, `warn` or `off`, or its limit, or both; what is left out is what the report does by itself. */
const gate = <Limit extends z.ZodType<number>>(limit: Limit, usual: number, example: string) =>
  z
    .union([z.enum(grades), limit, z.strictObject({ limit: limit.optional(), grade: z.enum(grades).optional() })], {
      error: `a gate is written hold, warn or off${example === '' ? '' : `, or by its limit, such as ${example}, or both: { limit: ${example}, grade: warn }`}`,
    })
    .optional()
    .transform((raw): { readonly grade: (typeof grades)[number]; readonly limit: number; readonly written: boolean } => {
      const given = typeof raw === 'object' ? raw : { [typeof raw === 'number' ? 'limit' : 'grade']: raw };
      return { grade: given.grade ?? 'hold', limit: given.limit ?? usual, written: raw !== undefined };
    });
const DAY = 86_400_000;

/** What holds a publish until it is confirmed, and what must be there. */
export const gates = z.strictObject({
  stale: gate(duration, 14 * DAY, '14 d').describe('The newest row of all exports is older than this: 14 d.'),
  ahead: gate(z.never(), 0, '').describe('A row is dated so far after today that the report would go up to a day to come.'),
  rows_drop: gate(part, 50, '50 %').describe('A table has fewer rows than the published report, by more than this: 50 %.'),
  refused: gate(part, 5, '5 %').describe('More of a file’s rows than this cannot be used: 5 %.'),
  restated: gate(part, 10, '10 %').describe('Figures of weeks long past moved by more than this on average: 10 %.'),
  lost_client: gate(z.never(), 0, '').describe('A client of the published report is gone.'),
  lost_file: gate(z.never(), 0, '').describe('A file is gone, or lost rows, and no other file brings them.'),
  lost_column: gate(z.never(), 0, '').describe('A column that the published report has values of has none.'),
  moved_links: gate(z.never(), 0, '').describe('Clients’ pages get other addresses than they have, by another secret.'),
  required: z
    .array(z.string().min(1))
    .default([])
    .describe('Files by pattern, or tables by name, without which nothing is built: there, readable, and with rows that can be used.'),
});
