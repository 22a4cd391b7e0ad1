import { createHash } from 'node:crypto';

/** The file beside a client's page that holds the same page whole, to be sent with a mail. */
export const SINGLE = 'review.html';

const POLICY = /<meta http-equiv="content-security-policy"[^>]*>/;
const STYLES = /<style>([^]*?)<\/style>/g;
const CHARSET = '<meta charset="utf-8">';
const TABLE_LINK = 'href="review.csv"';
/** The link to the file itself, which it does not need. */
const OWN_LINK = /<p class="sub alone">[^]*?<\/p>/;

const hashOf = (style: string): string => `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** Allows the styles that stand in the page, pictures that stand in it, and nothing else: no script and no request. */
function policyFor(html: string): string {
  const styles = [...html.matchAll(STYLES)].map(([, style]) => hashOf(style!));
  const rules = ["default-src 'none'", 'img-src data:', `style-src ${styles.join(' ')}`, "base-uri 'none'", "form-action 'none'"];
  return `<meta http-equiv="content-security-policy" content="${rules.join('; ')}">`;
}

/** A text with its one piece of a kind replaced. */
function replacedOnce(text: string, piece: string | RegExp, by: string): string {
  const parts = text.split(piece);
  if (parts.length !== 2) throw new Error(`A page for a client holds ${parts.length - 1} of what it should hold once: ${piece}`);
  return parts.join(by);
}

/**
 * A client's page as one file that needs nothing beside it: its CSV is inside as an address that the browser saves, and its policy allows
 * no request at all. `html` is the rendered page, `csv` what lies beside it; a page without rows has no link to replace.
 * @throws Error where the page is not built as expected.
 */
export function singlePage(html: string, csv: string): string {
  const bare = replacedOnce(html, POLICY, '');
  const led = replacedOnce(bare, CHARSET, `${CHARSET}${policyFor(bare)}`);
  if (!led.includes(TABLE_LINK)) return led;
  const data = `data:text/csv;charset=utf-8;base64,${Buffer.from(csv).toString('base64')}`;
  return replacedOnce(replacedOnce(led, OWN_LINK, ''), TABLE_LINK, `download="review.csv" href="${data}"`);
}
