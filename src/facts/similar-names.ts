import { coreWords } from './name-core.ts';

/** Words that YAML reads as something else than a text. */
const NOT_TEXT = /^(true|false|null|yes|no|on|off|y|n)$/i;
const PLAIN = /^\p{L}[\p{L}\p{N}.&'()/+ -]*$/u;

/** A text as it stands in a flow list of YAML: plain where it may, else in double quotes. */
export function yamlText(text: string): string {
  return PLAIN.test(text) && !NOT_TEXT.test(text) && text.trim() === text ? text : JSON.stringify(text);
}

/** Names that differ only in accents, punctuation, blanks, case and legal form, the one to keep first. */
export interface SimilarNames {
  readonly name: string;
  readonly others: readonly string[];
}

/** Groups of two names and more that differ in nothing that tells firms apart; `names` come with the one to keep before the others. */
export function similarNames(names: readonly string[]): readonly SimilarNames[] {
  const groups = Map.groupBy(names, (name) => coreWords(name).join(''));
  groups.delete('');
  return [...groups.values()].filter((group) => group.length > 1).map(([name, ...others]) => ({ name: name!, others }));
}

/** The line of settings.yaml that makes similar names one client, with the aliases that it has already. */
export function aliasLine({ name, others }: SimilarNames, aliases: Readonly<Record<string, readonly string[]>>): string {
  const all = [...new Set([...(aliases[name] ?? []), ...others])];
  return `aliases: { ${yamlText(name)}: [${all.map(yamlText).join(', ')}] }`;
}
