import type { Settings } from '../settings.ts';

/** The gates that a firm may grade; what always stops a build is an error of `issue.ts` and no gate. */
export type GateName = Exclude<keyof Settings['gates'], 'required'>;
export type Grade = Settings['gates'][GateName]['grade'];

/** What a gate found in a build: it holds the publish until somebody confirms it by its name, or it warns. */
export interface Finding {
  /** The name to confirm it by: `stale`, `rows-drop:tickets`. It is the same as long as the same is wrong, and holds no blank and no comma. */
  readonly id: string;
  readonly gate: GateName;
  readonly grade: Exclude<Grade, 'off'>;
  /** What stands before the colon of a message: a file, a table, a client; '' where all is meant. */
  readonly about: string;
  /** What `was`, `is` and `limit` are counted in. */
  readonly unit: 'days' | 'rows' | 'percent' | 'pages';
  /** The figure of the published build, null where there is nothing to compare with. */
  readonly was: number | null;
  readonly is: number;
  /** Where the gate closes, null where anything does. */
  readonly limit: number | null;
  /** Id of the client that is meant, null where none is. */
  readonly client: string | null;
  /** What it was found in: the same finding in the same is not held a second time once it was published. */
  readonly basis: string;
  /** What was found, in plain words, without a full stop. */
  readonly says: string;
  /** What to do, likewise. */
  readonly advice: string;
}

/** What a finding says to people. */
export type FindingWords = Pick<Finding, 'about' | 'says' | 'advice'>;

const STRANGE = /[^\p{L}\p{N}._/@-]+/gu;

/** The name of a finding: the gate, and where it found it, with hyphens for everything that a shell or a list would mind. */
export function findingId(gate: string, text = ''): string {
  return text === '' ? gate : `${gate}:${text.replace(STRANGE, '-')}`;
}

/** Findings with names of their own: where two came out alike, the second and further ones are numbered. */
export function namedApart(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const count = (seen.get(finding.id) ?? 0) + 1;
    seen.set(finding.id, count);
    return count === 1 ? finding : { ...finding, id: `${finding.id}-${count}` };
  });
}
