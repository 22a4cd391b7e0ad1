import { z } from 'zod';
import { day } from './settings-forms.ts';

const span = z.strictObject({ from: day, to: day }).refine(({ from, to }) => from <= to, 'the first day comes first');
const review = z
  .union([z.enum(['quarter', 'review_days']), z.strictObject({ days: z.number().int().min(7).max(371) }), span])
  .describe('What a page is about: the last complete quarter, the days between reviews of the clients table, so many days, or from one day to another.');
const rotation = z.number().int().min(0).describe('Another number gives a new folder, and the old link leads nowhere.');
const until = day.describe('Last day of the page: the first build whose report ends after it removes the folder.');

const passphrase = z.boolean().describe('Whether a page is encrypted and opens with a passphrase; the passphrase itself comes from outside, never from here.');

/** Pages that clients may be sent; nothing is shared without it. */
export const share = z.strictObject({
  clients: z
    .union([z.enum(['all', 'off']), z.array(z.string())])
    .default('off')
    .describe('Whose pages are made: all, off, or the clients in a list.'),
  until: until.optional(),
  rotation: rotation.default(0),
  review: review.default('quarter'),
  passphrase: passphrase.default(false),
  firm_figures: z.boolean().default(false).describe('Whether a page also says how all clients fare together, where at least five others have rows.'),
  allow: z.array(z.string()).default([]).describe('Words that may stand on anybody’s page although they name a client, such as March.'),
  address: z
    .string()
    .regex(/^https:\/\/[^\s?#]+\/$/, 'an address is written https://reviews.example.com/ with a slash at its end')
    .optional()
    .describe('Where share/ is published; links.csv then holds whole links.'),
  by_client: z
    .record(
      z.string(),
      z.union([
        z.literal('off'),
        z.strictObject({ until: until.optional(), rotation: rotation.optional(), review: review.optional(), passphrase: passphrase.optional() }),
      ]),
    )
    .default({})
    .describe('By client: off, or what differs from the above.'),
});
