import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const source = join(import.meta.dirname, '../../src');

const SPEAKERS = ['report', 'gates', 'charts', 'share', 'components', 'layouts', 'pages'];

/** Files that have something to say, by their paths. */
export const speakers: readonly string[] = [
  ...SPEAKERS.flatMap((stage) =>
    readdirSync(join(source, stage), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|astro)$/.test(name))
      .map((name) => join(source, stage, name)),
  ),
  ...['digest', 'digest-html', 'digest-text', 'prepared', 'forms'].map((name) => join(source, '../scripts', `${name}.ts`)),
].sort();

const MARKS = new Set(['say', 'sayPieces', 'phrase']);

/** A piece of text in the source: by which function it is said, null where by none. */
export interface Found {
  readonly key: string;
  readonly by: 'say' | 'plural' | null;
  readonly line: number;
}

function keyOf(template: ts.StringLiteral | ts.JsxText | ts.TemplateLiteral): string {
  if (!ts.isTemplateExpression(template)) return template.text;
  return template.head.text + template.templateSpans.map(({ literal }, at) => `{${at}}${literal.text}`).join('');
}

const isText = (node: ts.Node): node is ts.StringLiteral | ts.JsxText | ts.TemplateLiteral =>
  ts.isStringLiteral(node) || ts.isJsxText(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node);

/** The parts of an Astro file that are TypeScript. */
function scriptOf(path: string): string {
  const text = readFileSync(path, 'utf8');
  if (!path.endsWith('.astro')) return text;
  const [, front, markup] = /^---\n([^]*?)\n---([^]*)$/.exec(text)!;
  return `${front}\n;<>${markup!.replace(/<!doctype[^>]*>|<(script|style)\b[^]*?<\/\1>/g, '')}</>`;
}

/** Every text in a file that speaks, and how it is said. */
export function textsIn(path: string): readonly Found[] {
  const file = ts.createSourceFile(path, scriptOf(path), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: Found[] = [];
  const lineOf = (node: ts.Node) => file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isTaggedTemplateExpression(node) && MARKS.has(node.tag.getText())) {
      found.push({ key: keyOf(node.template), by: 'say', line: lineOf(node) });
      if (ts.isTemplateExpression(node.template)) node.template.templateSpans.forEach(({ expression }) => visit(expression));
      return;
    }
    if (ts.isCallExpression(node) && ['plural', 'nounFor'].includes(node.expression.getText())) {
      const [value, one, many] = node.arguments;
      if (one !== undefined && ts.isStringLiteral(one) && (many === undefined || ts.isStringLiteral(many))) {
        found.push({ key: `${one.text}|${many?.text ?? `${one.text}s`}`, by: 'plural', line: lineOf(node) });
        visit(value!);
        return;
      }
    }
    if (isText(node)) found.push({ key: keyOf(node), by: null, line: lineOf(node) });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
