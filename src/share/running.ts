import { cssString, ownStyle, type OwnStyle } from '../components/running.ts';
import type { Content } from './content.ts';

/** The style that puts client, period and firm at the foot of every sheet on paper; it is the one part of the styles that differs. */
export function runningStyle({ client, span, firm }: Pick<Content, 'client' | 'span' | 'firm'>): OwnStyle {
  return ownStyle(`@page{@bottom-left{content:"${cssString(`${client} · ${span} · ${firm}`)}"}}`);
}
