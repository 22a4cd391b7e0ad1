import MarkdownIt from 'markdown-it';

/** Addresses that a link may lead to. */
const ALLOWED = /^(https?:|mailto:)/i;
const BIDI = /[\u202a-\u202e\u2066-\u2069]/g;

const renderer = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: false });
renderer.disable(['image', 'table', 'fence', 'code', 'html_block', 'html_inline']);
renderer.validateLink = (url) => ALLOWED.test(url.trim());
// The page has its own headings; those of the letter stand below them.
renderer.core.ruler.push('headings', ({ tokens }) => {
  for (const token of tokens) if (/^h[1-6]$/.test(token.tag)) token.tag = 'h3';
});
renderer.core.ruler.push('links', ({ tokens }) => {
  for (const { children } of tokens) for (const token of children ?? []) if (token.type === 'link_open') token.attrSet('rel', 'noreferrer noopener');
});

/**
 * The account manager's words as HTML: paragraphs, emphasis, lists, quotations, headings and links to http, https and mailto.
 * Raw HTML stays text; pictures and tables are left out, for the page asks for nothing from outside.
 */
export function letterHtml(markdown: string): string {
  return renderer.render(markdown.replace(BIDI, ''));
}
