import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measures } from '../src/measures/index.ts';

const root = join(import.meta.dirname, '..');
const source = join(root, 'src');

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && /\.(ts|astro|css)$/.test(path));
}

const files = filesUnder(source).map((path) => ({ path: relative(source, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
const stageOf = (path: string) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : path);

function importsOf({ path, text }: (typeof files)[number]): readonly string[] {
  return [...text.matchAll(/(?:from|import)\s+'([^']+)'/g)].map(([, target]) =>
    target!.startsWith('.')
      ? relative(source, join(source, dirname(path), target!))
          .split(sep)
          .join('/')
      : target!,
  );
}

/** What each stage may import besides itself, `issue.ts`, `fold.ts` and `time/`. */
const sees: Readonly<Record<string, readonly string[]>> = {
  exports: ['facts', 'settings.ts'],
  facts: ['settings.ts'],
  time: [],
  language: [],
  measures: ['facts', 'settings.ts'],
  report: ['facts', 'measures', 'settings.ts'],
  charts: ['report'],
  client: [],
  components: ['report', 'charts', 'client'],
  layouts: ['report', 'components', 'styles', 'client'],
  pages: ['report', 'components', 'layouts', 'load'],
  gates: ['facts', 'measures', 'report', 'settings.ts'],
  share: ['report', 'charts', 'components', 'styles', 'load'],
  'settings.ts': ['contrast.ts', 'settings-forms.ts', 'settings-gates.ts', 'settings-share.ts', 'settings-words.ts'],
  'settings-forms.ts': [],
  'settings-gates.ts': ['settings-forms.ts'],
  'settings-share.ts': ['settings-forms.ts'],
  'settings-words.ts': [],
  'settings-yaml.ts': ['exports', 'settings.ts', 'settings-words.ts'],
  'contrast.ts': [],
  'issue.ts': [],
  'fold.ts': [],
  load: ['exports', 'report', 'settings.ts', 'settings-yaml.ts'],
  'pipeline.ts': ['exports', 'facts', 'gates', 'measures', 'report', 'settings.ts'],
};

/** Stages that have something to say to people. */
const speaks = new Set(['report', 'gates', 'charts', 'components', 'layouts', 'pages', 'share', 'pipeline.ts', 'settings.ts']);

/** Where a package may be imported. */
const homes: Readonly<Record<string, RegExp>> = {
  papaparse: /^exports\/read\.ts$/,
  'iconv-lite': /^exports\/bytes\.ts$/,
  '@observablehq/plot': /^charts\//,
  linkedom: /^charts\//,
  'temporal-polyfill': /^time\//,
  jstat: /^measures\//,
  arquero: /^(facts|measures)\//,
  yaml: /^settings-yaml\.ts$/,
  yauzl: /^load\/zip\.ts$/,
  'markdown-it': /^share\/markdown\.ts$/,
  zod: /^settings(-\w+)?\.ts$/,
};

describe('the house stays as it is drawn', () => {
  it('a stage imports only stages to its left', () => {
    const wrong = files.flatMap((file) => {
      const stage = stageOf(file.path);
      const allowed = new Set([stage, 'issue.ts', 'fold.ts', 'time', ...(speaks.has(stage) ? ['language'] : []), ...(sees[stage] ?? [])]);
      return importsOf(file)
        .filter((target) => /\.(ts|astro|css)$/.test(target) && !allowed.has(stageOf(target)))
        .map((target) => `${file.path} imports ${target}`);
    });
    expect(wrong).toEqual([]);
    expect(new Set(files.map((file) => stageOf(file.path)).filter((stage) => sees[stage] === undefined && stage !== 'styles'))).toEqual(new Set());
  });

  it('a package is imported in its one place', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => homes[target] !== undefined && !homes[target].test(file.path))
        .map((target) => `${file.path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('the disk is touched only in load/', () => {
    const touching = files.filter((file) => importsOf(file).some((target) => /^node:(fs|child_process|net|http)/.test(target)));
    expect(touching.length).toBeGreaterThan(0);
    expect(touching.map(({ path }) => path).filter((path) => stageOf(path) !== 'load')).toEqual([]);
  });

  it('pages see of load/ only what is handed to them', () => {
    const pages = files.filter(({ path }) => ['pages', 'share'].includes(stageOf(path)));
    expect(new Set(pages.flatMap(importsOf).filter((target) => stageOf(target) === 'load'))).toEqual(new Set(['load/shown.ts']));
  });

  it('clock, chance and locale have no way in', () => {
    const doors = /Date\.now|new Date\(\)|Math\.random|toLocale|Intl\.DateTimeFormat\(\)|performance\.now|console\./;
    expect(files.filter(({ path, text }) => !path.startsWith('client/') && doors.test(text)).map((file) => file.path)).toEqual([]);
  });

  it('text becomes markup in one component only, in the head of the sheets, and in two of the pages for clients', () => {
    expect(files.filter(({ text }) => /set:html|define:vars|is:inline|innerHTML/.test(text)).map((file) => file.path)).toEqual([
      'components/Drawing.astro',
      'components/Running.astro',
      'share/components/Drawn.astro',
      'share/components/Ready.astro',
    ]);
  });

  it('colours have their one place', () => {
    const literal = /#[0-9a-f]{3,8}\b(?![\w-])|\brgba?\(|\bhsla?\(/i;
    const styled = files.filter(({ path }) => /\.(css|astro)$/.test(path) || path.startsWith('charts/'));
    const coloured = styled.filter(({ text }) => literal.test(text.replace(/&#\w+;/g, ''))).map((file) => file.path);
    expect(coloured.filter((path) => path !== 'styles/tokens.css' && path !== 'styles/print.css')).toEqual([]);
  });

  it('no room without a name', () => {
    expect(files.filter(({ path }) => /(^|\/)(utils?|helpers?|common|lib|misc|manager)(\/|\.|$)/i.test(path)).map((file) => file.path)).toEqual([]);
  });
});

describe('every measure says what it is', () => {
  it.each(measures.map((measure) => [measure.id, measure] as const))('%s', (_, measure) => {
    for (const field of ['id', 'title', 'question', 'definition', 'formula', 'unit', 'kind', 'clock'] as const) expect(measure[field], field).not.toBe('');
    expect(measure.inputs.length).toBeGreaterThan(0);
    expect(measure.version).toBeGreaterThan(0);
    expect(measure.population !== undefined || measure.derive !== undefined).toBe(true);
  });

  it('ids are unique', () => {
    expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length);
  });
});
