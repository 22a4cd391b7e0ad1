const NEVER_IN_XML = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** Text as it may stand in SVG inside HTML, in content and in quoted attributes alike. */
export function escapeText(text: string): string {
  return text
    .replace(NEVER_IN_XML, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A coordinate at one decimal, without a negative zero. */
export function coordinate(value: number): string {
  return String(Math.round(value * 10) / 10 || 0);
}

/**
 * One element; numbers are written at one decimal and `content` stands as it is.
 * Gives '' when a number is not finite: such a thing has no place in the drawing.
 */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, content = ''): string {
  let written = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'string') {
      if (value !== '') written += ` ${key}="${escapeText(value)}"`;
    } else if (Number.isFinite(value)) {
      written += ` ${key}="${coordinate(value)}"`;
    } else return '';
  }
  return content === '' ? `${written}/>` : `${written}>${content}</${name}>`;
}

/** Words at a place, `className` giving anchor and colour; '' without words. `full` is what a shortened text stood for. */
export function textElement(x: number, y: number, className: string, text: string, full: string | null = null): string {
  if (text === '') return '';
  const title = full === null ? '' : element('title', {}, escapeText(full));
  return element('text', { x, y, class: className }, escapeText(text) + title);
}

/** The outermost element around ready content; `more` are further attributes. */
export function svgElement(className: string, width: number, height: number, label: string, content: string, more = ''): string {
  const viewBox = `0 0 ${coordinate(width)} ${coordinate(height)}`;
  return `<svg class="${className}" viewBox="${viewBox}" role="img" aria-label="${escapeText(label)}"${more}>${content}</svg>`;
}
