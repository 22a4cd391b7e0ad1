import { createHash } from 'node:crypto';
import { z } from 'zod';
import { dayFromText } from './time/weeks.ts';
import { zoneOf } from './time/zone.ts';

const day = z.string().refine((text) => dayFromText(text) !== null, 'a day that exists is written YYYY-MM-DD');
const zone = z.string().refine((id) => zoneOf(id) !== null, 'no such time zone; write one like Europe/London or +05:30');
const durationForm = /^(\d+(?:\.\d+)?)\s*(min|h|d)$/;
/** A duration such as `30 min`, `4 h` or `2 d` (24 hours), in milliseconds. */
const duration = z
  .string()
  .regex(durationForm, 'a duration is written 30 min, 4 h or 2 d')
  .transform((text) => {
    const [, amount, unit] = durationForm.exec(text)!;
    return Number(amount) * { min: 60_000, h: 3_600_000, d: 86_400_000 }[unit as 'min' | 'h' | 'd'];
  });
const hours = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'opening hours are written 08:00-18:00')
  .refine((text) => text.slice(0, 5) < text.slice(6), 'opening hours end after they begin');
const opening = z.union([hours.transform((one) => [one]), z.array(hours)]);
const target = z.strictObject({ default: duration.optional(), by_priority: z.record(z.string(), duration).default({}) });
const words = z.array(z.string()).default([]);

const source = z.strictObject({
  files: z.string().describe('Which files, by a pattern such as board-*.csv; * stands for any characters.'),
  format: z.string().optional().describe('The export format, where two fit equally well.'),
  encoding: z.string().optional().describe('The encoding, where it is not UTF-8, UTF-16 or Windows-1252.'),
  zone: zone.optional().describe('The zone of times that carry none; the firm’s zone otherwise.'),
  date_order: z.enum(['day-first', 'month-first']).optional().describe('The order of dates such as 04/08/2025, where the column leaves it open.'),
  client: z.string().optional().describe('The client of every row, where the export names none.'),
  values: z.record(z.string(), z.record(z.string(), z.string())).default({}).describe('By column of the facts: word of the export to word of Courtesy.'),
});

/** The whole of settings.yaml. Every field says what it does; what is absent takes the default written here. */
export const settingsSchema = z.strictObject({
  firm: z
    .strictObject({
      name: z.string().min(1).describe('The firm’s name, at the head of every page.'),
      zone: zone.default('UTC').describe('IANA zone in which days and weeks are counted.'),
    })
    .describe('Who reports.'),
  as_of: day.optional().describe('Last day of the report; without it the last complete week before the newest row.'),
  calendar: z
    .strictObject({
      hours: z
        .strictObject({ mon: opening, tue: opening, wed: opening, thu: opening, fri: opening, sat: opening, sun: opening })
        .partial()
        .describe('Opening hours by day of the week; a day left out is closed.'),
      holidays: z.array(day).default([]).describe('Days on which the firm is closed.'),
    })
    .default({ hours: { mon: ['08:00-18:00'], tue: ['08:00-18:00'], wed: ['08:00-18:00'], thu: ['08:00-18:00'], fri: ['08:00-18:00'] }, holidays: [] })
    .describe('When the working clock runs.'),
  targets: z
    .strictObject({
      satisfaction: z
        .tuple([z.number().min(0).max(100), z.number().min(0).max(100)])
        .refine(([low, high]) => low <= high, 'the low end comes first')
        .default([85, 95])
        .describe('The band in which satisfaction should lie, in percent.'),
      first_response: target.default({ by_priority: {} }).describe('Elapsed time to the first response, where the export names no due time.'),
      resolution: target.default({ by_priority: {} }).describe('Elapsed time to the resolution, where the export names no due time.'),
      complaints_per_1000: z.number().positive().optional().describe('Formal complaints per 1,000 contacts, at most.'),
    })
    .prefault({})
    .describe('What the firm aims for.'),
  courtesy: z
    .strictObject({
      start: day.optional().describe('First day of the courtesy programme; an event of kind programme-start says it too.'),
      seconds: z.number().positive().default(30).describe('Seconds of courtesy for each contact, where contacts log none.'),
      channels: z.array(z.string()).default(['in-person']).describe('Contacts that courtesy is counted for.'),
    })
    .prefault({})
    .describe('The courtesy programme.'),
  complaints: z
    .strictObject({
      hours_assumed: z.number().positive().default(6).describe('Hours for each complaint, where none has any time logged.'),
      rule: z
        .strictObject({ type: words, category: words, tag: words, board: words })
        .prefault({})
        .describe('A ticket with one of these words is a formal complaint.'),
    })
    .prefault({})
    .describe('What a complaint is and costs.'),
  sources: z.array(source).default([]).describe('What the exports themselves do not say, by file.'),
  ignore: z.array(z.string()).default([]).describe('Files to leave alone, by pattern.'),
  aliases: z.record(z.string(), z.array(z.string())).default({}).describe('By client: other names that the exports use for it.'),
});

/** Settings with every default filled in; durations in milliseconds. */
export type Settings = z.output<typeof settingsSchema>;
export type Source = Settings['sources'][number];

export interface SettingsProblem {
  /** Path of the setting, such as `targets.satisfaction`. */
  readonly path: string;
  readonly message: string;
}

/** Settings from the parsed YAML, or every problem with its path. */
export function readSettings(raw: unknown): { readonly settings: Settings } | { readonly problems: readonly SettingsProblem[] } {
  const result = settingsSchema.safeParse(raw ?? {});
  if (result.success) return { settings: result.data };
  return { problems: result.error.issues.map((one) => ({ path: one.path.join('.'), message: one.message })) };
}

/** Settings as a text that is the same for the same settings, so that reports can say whether they changed. */
export function settingsHash(settings: Settings): string {
  const { as_of: _, ...lasting } = settings;
  return createHash('sha256').update(JSON.stringify(lasting)).digest('hex').slice(0, 16);
}
