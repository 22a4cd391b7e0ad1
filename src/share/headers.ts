/** What every answer of a host should carry: nothing is kept, indexed, framed or told to other sites. */
const HEADERS: readonly (readonly [string, string])[] = [
  ['Cache-Control', 'no-store'],
  ['Content-Security-Policy', "frame-ancestors 'none'"],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Referrer-Policy', 'no-referrer'],
  ['Strict-Transport-Security', 'max-age=31536000'],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['X-Robots-Tag', 'noindex, nofollow, noarchive'],
];

/** For Netlify and Cloudflare Pages. */
const lines = (): string => ['/*', ...HEADERS.map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');

/** For Apache. */
const apache = (): string =>
  ['Options -Indexes', '<IfModule mod_headers.c>', ...HEADERS.map(([name, value]) => `  Header always set ${name} "${value}"`), '</IfModule>', ''].join('\n');

/** For IIS and Azure. */
const iis = (): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<configuration>',
    '  <system.webServer>',
    '    <directoryBrowse enabled="false" />',
    '    <httpProtocol>',
    '      <customHeaders>',
    ...HEADERS.map(([name, value]) => `        <add name="${name}" value="${value}" />`),
    '      </customHeaders>',
    '    </httpProtocol>',
    '  </system.webServer>',
    '</configuration>',
    '',
  ].join('\n');

/** The header files of common hosts by their names, for the root of a site. */
export const headerFiles: ReadonlyMap<string, string> = new Map([
  ['_headers', lines()],
  ['.htaccess', apache()],
  ['web.config', iis()],
]);
