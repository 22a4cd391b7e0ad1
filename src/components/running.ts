import { createHash } from 'node:crypto';

/** A rule that differs from page to page, with the hash by which a page's policy lets it stand. */
export interface OwnStyle {
  readonly css: string;
  readonly hash: `sha256-${string}`;
}

/** A text as a string of a style sheet: whatever is no plain letter, digit or blank stands as its number. */
export function cssString(text: string): string {
  return [...text].map((sign) => (/^[A-Za-z0-9 ]$/.test(sign) ? sign : `\\${sign.codePointAt(0)!.toString(16)} `)).join('');
}

/** A style that stands in one page alone. */
export function ownStyle(css: string): OwnStyle {
  return { css, hash: `sha256-${createHash('sha256').update(css).digest('base64')}` };
}

/** The style that puts a line of text at the head of every sheet on paper but the first, which has the masthead. */
export function runningHead(parts: readonly string[]): OwnStyle {
  return ownStyle(`@page{@top-left{content:"${cssString(parts.join(' · '))}"}}@page:first{@top-left{content:none}}`);
}
