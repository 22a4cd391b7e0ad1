import { beside, outside } from './beside.ts';
import { mark, unmark } from './cursor.ts';
import { led, nearest, spotsOf, type Along, type Spot } from './spots.ts';
import { toldOf, type Told } from './told.ts';

/** What the words under a plot take of a drawing, in px. */
const WORDS = 32;

/** What a reading is called, and the units of columns, in the language of the page. */
const { reading = '', units = '' } = document.querySelector('main')?.dataset ?? {};

/** What takes the present reading away. */
let leave = (): void => {};

function say(note: HTMLElement, told: Told): void {
  const pieces = told.flatMap(([name, text], at) => {
    const [word, value] = [document.createElement('span'), document.createElement(at === 0 ? 'b' : 'span')];
    word.textContent = name;
    value.textContent = text;
    return [word, ' ', value, ' '];
  });
  note.replaceChildren(...pieces);
}

/** Puts the note beside a place of the drawing; outside of a narrow one, which it would hide. */
function place(note: HTMLElement, svg: SVGSVGElement, figure: HTMLElement, spot: Spot, along: Along): void {
  const frame = figure.getBoundingClientRect();
  const { x, y } = new DOMPoint(spot.x, spot.y).matrixTransform(svg.getScreenCTM() ?? undefined);
  const point = { x: x - frame.left, y: y - frame.top };
  const size = { width: note.offsetWidth, height: note.offsetHeight };
  const own = svg.getBoundingClientRect();
  const drawing = { top: own.top - frame.top, bottom: own.bottom - frame.top };
  const screen = { top: -frame.top, bottom: innerHeight - frame.top };
  const apart = svg.classList.contains('narrow') ? outside(point.y, size.height, drawing, screen) : null;
  const stage = { top: drawing.top, bottom: drawing.bottom - WORDS };
  const { left, top } = apart === null ? beside(point, size, frame, stage, along) : { left: 0, top: apart };
  note.style.transform = `translate(${Math.round(left)}px, ${Math.floor(top)}px)`;
}

/** Makes one drawing readable by pointer and by the arrow keys. */
function enliven(svg: SVGSVGElement, figure: HTMLElement, table: HTMLTableElement, note: HTMLElement): void {
  const along = (['y', 'xy'] as const).find((one) => one === svg.dataset['along']) ?? 'x';
  const spots = spotsOf(svg.dataset['spots'] ?? '', figure.dataset['rows']?.split(' ').map(Number) ?? []);
  let at = -1;
  const hide = (): void => {
    at = -1;
    unmark(svg);
    note.replaceChildren();
  };
  const show = (next: number): void => {
    const spot = spots[next];
    if (spot === undefined || next === at) return;
    if (at === -1) leave();
    at = next;
    leave = hide;
    mark(svg, spot, along);
    say(note, toldOf(table, spot.row, units.split('|')));
    place(note, svg, figure, spot, along);
  };
  const point = ({ clientX, clientY }: PointerEvent): void => {
    const pointer = new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM()?.inverse());
    show(nearest(spots, pointer, along));
  };
  svg.tabIndex = 0;
  svg.setAttribute('role', 'application');
  svg.setAttribute('aria-roledescription', reading);
  svg.addEventListener('pointermove', point);
  svg.addEventListener('pointerdown', point);
  svg.addEventListener('pointerleave', ({ pointerType }) => pointerType === 'mouse' && hide());
  svg.addEventListener('blur', hide);
  svg.addEventListener('keydown', (event) => {
    const next = led(event.key, at, spots.length);
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    show(next);
  });
}

for (const figure of document.querySelectorAll<HTMLElement>('figure.chart:has([data-spots])')) {
  const table = figure.querySelector<HTMLTableElement>('details table');
  if (table === null) continue;
  const note = document.createElement('p');
  note.className = 'reading num';
  note.setAttribute('aria-live', 'polite');
  note.setAttribute('aria-atomic', 'true');
  figure.append(note);
  for (const svg of figure.querySelectorAll<SVGSVGElement>('svg[data-spots]')) enliven(svg, figure, table, note);
}
document.addEventListener('keydown', ({ key }) => key === 'Escape' && leave());
document.addEventListener('pointerdown', ({ target }) => target instanceof Element && target.closest('svg[data-spots]') === null && leave());
