/** What a page says of itself, measured inside the browser: each function stands alone, since it is sent there. */

/** Every text that is seen, smaller than `least` px as it is rendered, SVG's scale included. */
export function smallTexts(least: number): readonly string[] {
  const found: string[] = [];
  for (const element of document.body.querySelectorAll<HTMLElement | SVGElement>('*')) {
    const text = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.nodeValue);
    if (text.join('').trim() === '' || ['SCRIPT', 'STYLE', 'title'].includes(element.tagName)) continue;
    if (!element.checkVisibility()) continue;
    const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
    const size = parseFloat(getComputedStyle(element).fontSize) * scale;
    if (size < least) found.push(`${size.toFixed(2)} px: ${text.join('').trim().slice(0, 40)}`);
  }
  return found;
}

/** Words of drawings that reach more than a pixel beyond their drawing at its left or right. */
export function wordsOutside(): readonly string[] {
  return [...document.querySelectorAll<SVGTextElement>('svg text')].flatMap((text) => {
    if (!text.checkVisibility() || text.ownerSVGElement === null) return [];
    const [own, all] = [text.getBoundingClientRect(), text.ownerSVGElement.getBoundingClientRect()];
    return own.left < all.left - 1 || own.right > all.right + 1 ? [`outside its drawing: ${text.textContent}`] : [];
  });
}

/** Links, controls and folds that stand alone and are lower than `least` px; those in running text are as high as its lines. */
export function lowTargets(least: number): readonly string[] {
  const found: string[] = [];
  for (const target of document.querySelectorAll<HTMLElement>('a[href], button, input, summary')) {
    const line = target.closest('p, td, th, li, div') ?? target;
    const alone = target.tagName !== 'A' || (line.textContent ?? '').trim() === (target.textContent ?? '').trim();
    if (!alone || !target.checkVisibility() || target.classList.contains('skip')) continue;
    const lowest = Math.min(...[...target.getClientRects()].map((box) => box.height));
    if (lowest < least) found.push(`${lowest.toFixed(1)} px high: ${(target.textContent ?? '').trim().slice(0, 40)}`);
  }
  return found;
}

/** How far the page can be scrolled sideways, in px. */
export function sidewaysScroll(): number {
  const root = document.documentElement;
  return root.scrollWidth - root.clientWidth;
}

/** Opens every table that is folded away, and shows all ways of every switch. */
export function unfold(): void {
  for (const details of document.querySelectorAll('details')) details.open = true;
  for (const way of document.querySelectorAll<HTMLElement>('.way')) way.style.display = 'block';
}

/** What a page says beside its controls and readings, all ways of its switches in it. */
export function wordsOfPage(): string {
  for (const way of document.querySelectorAll<HTMLElement>('.way')) way.style.display = 'block';
  for (const tools of document.querySelectorAll('.tools, .reading')) tools.remove();
  return document.body.innerText;
}

/** Steps in the headings' levels that skip one, as "h2 > h4", and a first heading that is none of the first level. */
export function skippedHeadings(): readonly string[] {
  const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) => Number(heading.tagName[1]));
  return levels.flatMap((level, index) => {
    const before = levels[index - 1] ?? 0;
    return level > before + 1 ? [`h${before} > h${level}`] : [];
  });
}

/** What the keyboard stands on: its name and whether an outline shows it; null on the page itself. */
export function focused(): { readonly name: string; readonly seen: boolean } | null {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  const { outlineStyle, outlineWidth, outlineColor, visibility } = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const paper = getComputedStyle(document.body).backgroundColor;
  return {
    name: `${element.tagName} ${(element.textContent ?? '').trim().slice(0, 40)}`,
    seen:
      outlineStyle !== 'none' &&
      parseFloat(outlineWidth) >= 2 &&
      outlineColor !== paper &&
      visibility === 'visible' &&
      box.width > 0 &&
      box.height > 0 &&
      box.right > 0,
  };
}

/** How many elements the keyboard should reach; of a group of radio buttons the one that is chosen. */
export function reachable(): number {
  const controls = document.querySelectorAll<HTMLElement>('a[href], button, input, summary, [tabindex="0"]');
  return [...controls].filter((control) => control.checkVisibility() && !control.matches('[type="radio"]:not(:checked)')).length;
}
