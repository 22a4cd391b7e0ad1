import { reckon } from './reckon.ts';

/** Opens the numbers of a what-if sentence to the reader and keeps its results true to them. */
function enliven(form: HTMLFormElement): void {
  const inputs = [...form.querySelectorAll('input')];
  const amount = (name: string): number => {
    const value = inputs.find((input) => input.name === name)?.valueAsNumber ?? NaN;
    return value > 0 ? value : 0;
  };
  const update = (): void => {
    const [contacts, seconds] = [amount('contacts'), amount('seconds')];
    const words = reckon({ contacts, seconds, avoided: amount('avoided'), hoursEach: amount('hoursEach') });
    for (const output of form.querySelectorAll('output')) output.value = words[output.name as keyof typeof words];
  };
  for (const input of inputs) input.readOnly = false;
  form.addEventListener('input', update);
  form.addEventListener('submit', (event) => event.preventDefault());
}

document.querySelectorAll<HTMLFormElement>('form.whatif').forEach(enliven);
