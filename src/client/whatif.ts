import { CANVAS, crossing, crossingText, type Said, type Shape } from './crossing.ts';
import { reckon, type Assumed } from './reckon.ts';
import { choose, keep } from './state.ts';

const NAMES = ['contacts', 'seconds', 'avoided', 'hoursEach'] as const;
type Name = (typeof NAMES)[number];

/** Four numbers of an address, "208,30,3.5,5.4"; null for anything else. */
function readNumbers(text: string | null): readonly number[] | null {
  const numbers = text?.split(',').map(Number) ?? [];
  return numbers.length === NAMES.length && numbers.every((one) => one >= 0 && one < 1e6) ? numbers : null;
}

/** The words of the drawing, which the form carries. */
function saidBy({ dataset }: HTMLElement): Said {
  const { returned = '', spent = '', fewer = '', even = '', told = '', never = '' } = dataset as Partial<Said>;
  return { language: document.documentElement.lang, returned, spent, fewer, even, told, never };
}

function made({ tag, attributes, text }: Shape): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
}

/** Opens the numbers of a what-if sentence to the reader and keeps its results, its sliders and its drawing true to them. */
function enliven(form: HTMLFormElement): void {
  const said = saidBy(form);
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[name]')];
  const sliders = [...form.querySelectorAll<HTMLInputElement>('input[data-of]')];
  const inputOf = (name: string | undefined): HTMLInputElement | undefined => inputs.find((input) => input.name === name);
  /** A number of the sentence; one that the reader left as it was counts before its rounding. */
  const amount = (name: Name): number => {
    const input = inputOf(name);
    const value = input === undefined ? NaN : input.value === input.defaultValue ? Number(input.dataset['exact']) : input.valueAsNumber;
    return value > 0 && value < 1e6 ? value : 0;
  };
  const update = (): void => {
    const week: Assumed = { contacts: amount('contacts'), seconds: amount('seconds'), avoided: amount('avoided'), hoursEach: amount('hoursEach') };
    const words = reckon(week, said.language);
    for (const output of form.querySelectorAll('output')) output.value = words[output.name as keyof typeof words];
    for (const slider of sliders) slider.value = String(week[slider.dataset['of'] as Name]);
    for (const svg of form.parentElement?.querySelectorAll('.crossing svg') ?? []) {
      svg.replaceChildren(...crossing(week, svg.classList.contains('narrow') ? CANVAS.narrow : CANVAS.wide, said).map(made));
      svg.setAttribute('aria-label', crossingText(week, said));
    }
  };
  for (const input of inputs) input.readOnly = false;
  form.addEventListener('input', ({ target }) => {
    const slider = sliders.find((one) => one === target);
    const input = inputOf(slider?.dataset['of']);
    if (slider !== undefined && input !== undefined) input.value = slider.value;
    update();
    const changed = inputs.some((one) => one.value !== one.defaultValue);
    choose('if', changed ? NAMES.map((name) => inputOf(name)?.value || '0').join(',') : null);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  keep('if', (text) => {
    const numbers = readNumbers(text);
    NAMES.forEach((name, at) => {
      const input = inputOf(name);
      if (input !== undefined) input.value = numbers === null ? input.defaultValue : String(numbers[at]);
    });
    update();
  });
}

document.querySelectorAll<HTMLFormElement>('form.whatif').forEach(enliven);
