const NAMED: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };

const replaced = (name: string, signs: RegExp, by: (sign: string) => string): string => [...name].map((sign) => (signs.test(sign) ? by(sign) : sign)).join('');
const hex = (sign: string): string => sign.codePointAt(0)!.toString(16);

/**
 * A name in every way in which a page writes it: as it is, and with what HTML, style sheets, JSON and addresses put in the place of signs. So
 * “Acme & Sons” is known again in `Acme &amp; Sons`, where “Acme” is no leak.
 */
export function writtenForms(name: string): readonly string[] {
  const signs = /[&<>"']/;
  return [
    name,
    replaced(name, signs, (sign) => `&${NAMED[sign]};`),
    replaced(name, signs, (sign) => `&#${sign.codePointAt(0)};`),
    replaced(name, signs, (sign) => `&#x${hex(sign)};`),
    replaced(name, /[^A-Za-z0-9 ]/, (sign) => `\\${hex(sign)} `),
    replaced(name, /[^A-Za-z0-9 ]/, (sign) => `\\u${hex(sign).padStart(4, '0')}`),
    JSON.stringify(name).slice(1, -1),
    encodeURIComponent(name.toWellFormed()),
  ];
}
