import { issue, type Issue } from '../issue.ts';
import type { Source } from '../settings.ts';
import { headersOf, namesIn } from './formats/format.ts';
import { columnsLike, type Recognised } from './recognise.ts';

/**
 * A warning where a form has several questions that its answer could be read from: the first counts, and a question that is put before it
 * another week would take its place. None where the settings name the column of the answer.
 */
export function severalQuestions(file: string, { format, header }: Recognised, source: Source | null): readonly Issue[] {
  if (source !== null && Object.hasOwn(source.columns, 'answer')) return [];
  const names = namesIn(format, header);
  const patterns = format.gives
    .flatMap(({ fields }) => (fields['answer'] === undefined ? [] : headersOf(fields['answer'])))
    .filter((name) => name.includes('*'));
  return [...new Set(patterns)].flatMap((pattern) => {
    const [first, ...others] = columnsLike(names, pattern).map((at) => header[at]!.trim());
    if (first === undefined || others.length === 0) return [];
    return issue('answer-several', { file, column: first, detail: others.map((name) => `"${name}"`).join(', ') });
  });
}
