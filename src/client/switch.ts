import { choose, keep } from './state.ts';

const radiosOf = (part: Element): HTMLInputElement[] => [...part.querySelectorAll<HTMLInputElement>(':scope > .tools input')];

/** The style sheet shows what is checked; this moves all switches of a name together and keeps the choice in the address. */
function enliven(name: string, parts: readonly Element[]): void {
  const all = parts.map(radiosOf);
  const check = (value: string | null): void => {
    for (const radios of all) {
      const wanted = radios.find((radio) => radio.value === value) ?? radios[0];
      if (wanted !== undefined) wanted.checked = true;
    }
  };
  for (const radio of all.flat()) {
    radio.addEventListener('change', () => {
      const before = radio.getBoundingClientRect().top;
      check(radio.value);
      choose(name, radio.value === all[0]?.[0]?.value ? null : radio.value);
      // Switches further up change their height: what the reader holds stays under the hand.
      scrollBy({ top: radio.getBoundingClientRect().top - before, behavior: 'instant' });
    });
  }
  keep(name, check);
}

const switches = [...document.querySelectorAll<HTMLElement>('[data-switch]')];
for (const name of new Set(switches.map((one) => one.dataset['switch'] ?? '')))
  enliven(
    name,
    switches.filter((one) => one.dataset['switch'] === name),
  );
