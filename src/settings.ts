import { createHash } from 'node:crypto';
import { z } from 'zod';
import { contrast, LEAST_CONTRAST, PAPER } from './contrast.ts';
import { fold } from './fold.ts';
import { DEFAULT_LOCALE, isSpoken, LANGUAGES } from './language/language.ts';
import { day, duration, zone } from './settings-forms.ts';
import { gates } from './settings-gates.ts';
import { share } from './settings-share.ts';
import { faultInWords } from './settings-words.ts';

const hours = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'opening hours are written 08:00-18:00')
  .refine((text) => text.slice(0, 5) < text.slice(6), 'opening hours end after they begin');
const opening = z.union([hours.transform((one) => [one]), z.array(hours)]);
const week = z
  .strictObject({ mon: opening, tue: opening, wed: opening, thu: opening, fri: opening, sat: opening, sun: opening })
  .partial()
  .describe('Opening hours by day of the week; a day left out is closed.');
/** Opening hours of some clients, where they are not the firm’s. */
const clientCalendar = z.strictObject({
  hours: week,
  holidays: z.array(day).optional().describe('Days on which it is closed; the firm’s where it is left out, [] for none.'),
  zone: zone.optional().describe('The zone of these hours; the client’s own otherwise, else the firm’s.'),
  clients: z.array(z.string()).default([]).describe('Clients that it holds for, where the clients table names none for them.'),
});
/** The name of a firm that nobody has named yet, as the settings of a new workspace have it. */
export const PLACEHOLDER_NAME = 'Your firm';

/** A colour that can be read as text on the paper of its theme. */
const colour = (theme: keyof typeof PAPER) =>
  z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'a colour is written #rrggbb')
    .refine((written) => !/^#[0-9a-f]{6}$/i.test(written) || contrast(written, PAPER[theme]) >= LEAST_CONTRAST, {
      error: ({ input }) =>
        `its contrast with the ${theme} page is ${contrast(String(input), PAPER[theme]).toFixed(1)} to 1, and text needs ${LEAST_CONTRAST} to 1; take a ${theme === 'light' ? 'darker' : 'lighter'} one`,
    });
const target = z.strictObject(
  { default: duration.optional(), by_priority: z.record(z.string(), duration).default({}) },
  {
    error: ({ code, input }) =>
      code === 'invalid_type' && input !== null ? 'a target is written { default: 2 h } or { by_priority: { high: 30 min } }' : undefined,
  },
);
const words = z.array(z.string()).default([]);

/** A word as people write it in YAML, where 1 and true are words too. */
const word = z.preprocess((raw) => (typeof raw === 'number' || typeof raw === 'boolean' ? String(raw) : raw), z.string());
const header = word.pipe(z.string().trim().min(1, 'the name of a column cannot be empty'));
const headers = z.preprocess((raw) => (Array.isArray(raw) ? raw : [raw]), z.array(header).min(1, 'name at least one column'));
const unit = z.enum(['seconds', 'minutes', 'hours']);
const dateForm = z.enum(['excel', 'unix', 'unix-ms']);

/** Where a column of the facts comes from: the name of a column of the file, several of which the first counts, or these with more. */
const column = z.preprocess(
  (raw) => (typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? raw : { from: raw }),
  z.strictObject({
    from: headers.describe('The column of the file; of several the first that the file has.'),
    and: header.optional().describe('A second column whose cell follows after a blank: the time beside the day.'),
    unit: unit.optional().describe('Unit of a duration or of an age that is a number; 1:30 is read as hours and minutes anyhow.'),
    after: z.string().optional().describe('The cell is a duration that runs from this column of the facts; the result is the instant at its end.'),
    zone: zone.optional().describe('The zone of this column’s times, where it differs from the file’s.'),
    date_form: dateForm.optional().describe('Dates that are bare numbers: days of a spreadsheet, or seconds or milliseconds since 1970.'),
    missing: z.array(word).default([]).describe('Cells that mean “nothing” in this column, besides the empty one.'),
  }),
);

const source = z.strictObject({
  files: z.string().optional().describe('Which files, by a pattern such as board-*.csv; * stands for any characters.'),
  headers: headers.optional().describe('Which files, by their columns: those that have all of these.'),
  format: z.string().optional().describe('The export format, where two fit equally well.'),
  table: z.string().optional().describe('The table of facts that the rows are; makes this entry a format of your own, told by columns.'),
  columns: z
    .record(z.string(), column)
    .default({})
    .describe('By column of the facts: the column of the file. With table the whole mapping; without, what differs from the known export.'),
  set: z.record(z.string(), word).default({}).describe('By column of the facts: a word that every row has, such as kind: csat.'),
  scale: z.strictObject({ low: z.number(), high: z.number() }).optional().describe('Lowest and highest answer possible in a survey.'),
  missing: z.array(word).default([]).describe('Cells that mean “nothing” in every column, besides the empty one.'),
  decimal: z.enum(['.', ',']).optional().describe('Decimal mark of numbers in every column of the file, whatever its other rows show.'),
  unit: unit.optional().describe('Unit of durations that are bare numbers, where the column does not say its own.'),
  encoding: z.string().optional().describe('The encoding, where it is not UTF-8, UTF-16 or Windows-1252.'),
  zone: zone.optional().describe('The zone of times that carry none; the firm’s zone otherwise.'),
  date_order: z
    .enum(['day-first', 'month-first'])
    .optional()
    .describe('The order of dates such as 04/08/2025 in every column of the file, whatever its other rows show.'),
  date_form: dateForm.optional().describe('Dates that are bare numbers, where the column does not say its own form.'),
  client: z.string().optional().describe('The client of every row, where the export names none.'),
  values: z.record(z.string(), z.record(z.string(), word)).default({}).describe('By column of the facts: word of the export to word of Courtesy.'),
});

/** The whole of settings.yaml. Every field says what it does; what is absent takes the default written here. */
export const settingsSchema = z.strictObject({
  firm: z
    .strictObject({
      name: z.string().min(1).describe('The firm’s name, at the head of every page.'),
      zone: zone.default('UTC').describe('IANA zone in which days and weeks are counted.'),
      locale: z
        .string()
        .refine(isSpoken, `no language of the report; write one of ${LANGUAGES.join(', ')}, with a country where numbers and dates should follow it: de-CH`)
        .default(DEFAULT_LOCALE)
        .describe('Language of the pages, and how numbers and dates are written: en-GB, en-US, de, de-CH and the like.'),
      logo: z.string().min(1).optional().describe('A small picture beside the name: an SVG, PNG, JPEG or WebP file in the workspace, 24 kB at most.'),
      accent: z
        .strictObject({ light: colour('light'), dark: colour('dark') })
        .optional()
        .describe('The firm’s colour on light pages and on dark ones, as #rrggbb; both must be readable as text.'),
    })
    .describe('Who reports.'),
  money: z
    .strictObject({
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/, 'a currency is written as its three letters: EUR')
        .describe('Currency by its three letters, such as EUR.'),
      hour: z.number().positive().describe('What an hour of work costs the firm.'),
    })
    .optional()
    .describe('Where given, hours spent and returned are told in money too.'),
  as_of: day.optional().describe('Last day of the report; without it the last complete week before the newest row.'),
  calendar: z
    .strictObject({
      hours: week,
      holidays: z.array(day).default([]).describe('Days on which the firm is closed.'),
    })
    .default({ hours: { mon: ['08:00-18:00'], tue: ['08:00-18:00'], wed: ['08:00-18:00'], thu: ['08:00-18:00'], fri: ['08:00-18:00'] }, holidays: [] })
    .describe('When the working clock runs.'),
  calendars: z
    .record(z.string(), clientCalendar)
    .default({})
    .superRefine((all, { addIssue }) => {
      const names = Object.values(all).flatMap(({ clients }) => [...new Set(clients.map(fold))]);
      const twice = names.find((name, at) => names.indexOf(name) !== at);
      if (twice !== undefined) addIssue({ code: 'custom', message: `two calendars name the client ${twice}` });
    })
    .describe('By name: other opening hours, for the clients whose row in the clients table has the name under calendar.'),
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
      channels: z.array(z.string().min(1)).min(1).default(['in-person']).describe('Contacts that courtesy is counted for.'),
    })
    .prefault({})
    .describe('The courtesy programme.'),
  complaints: z
    .strictObject({
      hours_assumed: z.number().positive().default(6).describe('Hours for each complaint, where none has any time logged.'),
      rule: z
        .strictObject({
          type: words,
          category: words,
          tag: words,
          board: words,
          subject: z
            .array(z.string().trim().min(1, 'a word cannot be blank'))
            .default([])
            .describe('Whole words or phrases of the subject, which is read for these alone and never kept.'),
        })
        .prefault({})
        .describe('A ticket with one of these words is a formal complaint.'),
    })
    .prefault({})
    .describe('What a complaint is and costs.'),
  training: z
    .strictObject({ how_to: words.describe('Categories of tickets that ask how something is done; teaching should make them fewer.') })
    .prefault({})
    .describe('Teaching clients’ people.'),
  sources: z.array(source).default([]).describe('What the exports themselves do not say, by file.'),
  ignore: z.array(z.string()).default([]).describe('Files to leave alone, by pattern.'),
  aliases: z.record(z.string(), z.array(z.string())).default({}).describe('By client: other names that the exports use for it.'),
  share: share.optional().describe('Pages for clients.'),
  gates: gates.prefault({}).describe('When a new site is held back and the last good one stays.'),
});

/** Settings with every default filled in; durations in milliseconds. */
export type Settings = z.output<typeof settingsSchema>;
export type Source = Settings['sources'][number];
export type ShareSettings = NonNullable<Settings['share']>;

export interface SettingsProblem {
  /** Path of the setting, such as `targets.satisfaction`. */
  readonly path: string;
  /** The same path by its parts, of which a key may hold a dot. */
  readonly keys: readonly (string | number)[];
  readonly message: string;
  /** Whether it is the value written there that cannot be used; absent where its name is unknown, or the message says which word it is. */
  readonly ofValue?: boolean;
}

/** Settings from the parsed YAML, or every problem with its path. */
export function readSettings(raw: unknown): { readonly settings: Settings } | { readonly problems: readonly SettingsProblem[] } {
  const result = settingsSchema.safeParse(raw ?? {}, { error: faultInWords });
  if (result.success) return { settings: result.data };
  return {
    problems: result.error.issues.map((one) => {
      const unknown = one.code === 'unrecognized_keys' ? (one.keys.length === 1 ? one.keys : []) : [];
      const keys = [...one.path, ...unknown].map((key) => (typeof key === 'symbol' ? String(key) : key));
      return { path: keys.join('.'), keys, message: one.message, ofValue: one.code !== 'unrecognized_keys' };
    }),
  };
}

/** Settings as a text that is the same for the same settings, so that reports can say whether they changed. */
export function settingsHash(settings: Settings): string {
  const { as_of: _, share: __, gates: ___, ...lasting } = settings;
  return createHash('sha256').update(JSON.stringify(lasting)).digest('hex').slice(0, 16);
}
