import { createHash } from 'node:crypto';
import type { Content } from './content.ts';

/** A text as a string of a style sheet: whatever is no plain letter, digit or blank stands as its number. */
function cssString(text: string): string {
  return [...text].map((sign) => (/^[A-Za-z0-9 ]$/.test(sign) ? sign : `\\${sign.codePointAt(0)!.toString(16)} `)).join('');
}

/** The style that puts client, period and firm at the foot of every sheet on paper; it is the one part of the styles that differs. */
export function runningStyle({ client, span, firm }: Pick<Content, 'client' | 'span' | 'firm'>): { readonly css: string; readonly hash: `sha256-${string}` } {
  const css = `@page{@bottom-left{content:"${cssString(`${client} · ${span} · ${firm}`)}"}}`;
  return { css, hash: `sha256-${createHash('sha256').update(css).digest('base64')}` };
}
