import { fold, holds } from './fold.ts';
import { choose, keep } from './state.ts';

const FILTER = 'input[data-filter="clients"]';

/** The one that a reader means: the name itself, or else the only one that holds the words. */
function meant<T>(all: readonly T[], nameOf: (one: T) => string, asked: string): T | undefined {
  const exact = all.find((one) => fold(nameOf(one)) === fold(asked));
  const found = all.filter((one) => holds(nameOf(one), asked));
  return exact ?? (found.length === 1 ? found[0] : undefined);
}

/** Leads to the page of the client that is named; where several are meant, or no list is at hand, to the list of clients. */
function enliven(form: HTMLFormElement, field: HTMLInputElement): void {
  const names = [...(field.list?.options ?? [])];
  const go = (): void => {
    const asked = field.value.trim();
    if (asked === '') return;
    const one = meant(names, ({ value }) => value, asked);
    location.assign(one?.dataset['href'] ?? `${form.dataset['list']}#go=${encodeURIComponent(asked)}`);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go();
  });
  field.addEventListener('input', (event) => {
    if (event instanceof InputEvent && event.inputType === 'insertReplacementText') go();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'k' || event.altKey || event.shiftKey || event.ctrlKey === event.metaKey) return;
    event.preventDefault();
    field.select();
  });
}

const form = document.querySelector<HTMLFormElement>('form.find');
const field = form?.querySelector('input');
if (form && field) enliven(form, field);

/** On the list of clients: what was asked for on another page. */
keep('go', (asked) => {
  if (asked === null) return;
  const links = [...document.querySelectorAll<HTMLAnchorElement>('table[data-sortable="clients"] tbody th a')];
  const one = meant(links, ({ textContent }) => (textContent ?? '').trim(), asked);
  choose('go', null);
  if (one !== undefined) return location.replace(one.href);
  const filter = document.querySelector<HTMLInputElement>(FILTER);
  if (filter === null) return;
  filter.value = asked;
  filter.dispatchEvent(new Event('input'));
  filter.focus();
});
