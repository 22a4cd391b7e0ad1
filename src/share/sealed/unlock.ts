import { LENGTH_BYTES, ROUNDS, usedPhrase } from './agreed.ts';

/** The parts of a locked page. */
const part = <Kind extends HTMLElement>(id: string): Kind => document.getElementById(id) as Kind;

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

/** A page as it was before it was packed. */
function unpacked(bytes: ArrayBuffer): Promise<string> {
  const packed = new Uint8Array(bytes, LENGTH_BYTES, new DataView(bytes).getUint32(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'))).text();
}

/** The page that is sealed in this one, null for a wrong passphrase. */
async function opened({ dataset, content }: HTMLTemplateElement, phrase: string): Promise<string | null> {
  const { subtle } = crypto;
  const [salt, iv, text] = [dataset['salt'] ?? '', dataset['iv'] ?? '', content.textContent ?? ''].map(bytesOf);
  const typed = await subtle.importKey('raw', new TextEncoder().encode(usedPhrase(phrase)), 'PBKDF2', false, ['deriveKey']);
  const rule = { name: 'PBKDF2', hash: 'SHA-256', salt: salt!, iterations: ROUNDS };
  const key = await subtle.deriveKey(rule, typed, { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
  const plain = await subtle.decrypt({ name: 'AES-GCM', iv: iv! }, key, text!).catch(() => null);
  return plain && unpacked(plain);
}

/** Puts a page in the place of this one. Its styles come as a sheet of a script, which the policy need not know by its hash. */
function show(text: string): void {
  const sheet = new CSSStyleSheet();
  const styles: string[] = [];
  const bare = text.replace(/<style>([^]*?)<\/style>/g, (_, style: string) => {
    styles.push(style);
    return '';
  });
  sheet.replaceSync(styles.join('\n'));
  const page = new DOMParser().parseFromString(bare, 'text/html');
  for (const style of document.querySelectorAll('style')) style.remove();
  document.adoptedStyleSheets = [sheet];
  document.title = page.title;
  document.documentElement.lang = page.documentElement.lang;
  document.body.replaceWith(document.adoptNode(page.body));
  const main = document.querySelector('main');
  main?.setAttribute('tabindex', '-1');
  main?.focus({ preventScroll: true });
}

/** Shows one of the notes below the form, or none. */
function note(shown: string | null): void {
  for (const id of ['empty', 'wrong', 'working']) part(id).hidden = id !== shown;
}

async function tryToOpen(): Promise<void> {
  const [field, button] = [part<HTMLInputElement>('passphrase'), part<HTMLButtonElement>('open')];
  if (button.disabled) return;
  if (field.value.trim() === '') {
    note('empty');
    field.focus();
    return;
  }
  note('working');
  button.disabled = true;
  const text = await opened(part<HTMLTemplateElement>('sealed'), field.value);
  button.disabled = false;
  if (text !== null) return show(text);
  note('wrong');
  field.setAttribute('aria-invalid', 'true');
  field.select();
}

// A browser that unpacks has all else that opening takes. Only a page from https://, from this machine or from a file may decrypt.
if (globalThis.DecompressionStream === undefined) part('outdated').hidden = false;
else if (globalThis.crypto?.subtle === undefined) part('insecure').hidden = false;
else {
  const form = part<HTMLFormElement>('unlock');
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void tryToOpen();
  });
  part('passphrase').focus();
}
