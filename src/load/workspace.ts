import type { ExportFile } from '../exports/file.ts';
import { issue, type Issue } from '../issue.ts';
import type { LetterFile } from '../report/letters.ts';
import type { Settings } from '../settings.ts';
import { settingsFrom } from '../settings-yaml.ts';
import type { Hashes } from './file-hash.ts';
import { exportsIn } from './files.ts';
import { lettersOf } from './letters.ts';
import { logoIn } from './logo.ts';
import { isAbsent } from './stored.ts';
import { textIn } from './text.ts';
import { pictureState, statesIn, type FileStates } from './states.ts';

/** A workspace as the pipeline takes it: files by their bytes, settings with every default. */
export interface Workspace {
  readonly files: readonly ExportFile[];
  readonly settings: Settings;
  /** The settings file as written. */
  readonly settingsText: string;
  /** The firm's picture as a `data:` URL, null without one. */
  readonly logo: string | null;
  /** The account managers' words, the files of `clients/`. */
  readonly letters: readonly LetterFile[];
  /** What is known of the files' bytes, and becomes so. */
  readonly hashes: Hashes;
  /** What all files that it is read from are told by, from before any was read. */
  readonly states: FileStates;
}

/** The workspace in a folder: `settings.yaml` and the files under `exports/`; issues where either cannot be used. `hashes` is what is known of its files. */
export async function loadWorkspace(folder: string, hashes: Hashes = new Map()): Promise<Workspace | { readonly issues: readonly Issue[] }> {
  const before = await statesIn(folder);
  const settingsText = await textIn(folder, 'settings.yaml').catch((error: unknown) => {
    if (isAbsent(error)) return issue('settings-missing', { file: folder });
    throw error;
  });
  if (typeof settingsText !== 'string') return { issues: [settingsText] };
  const settings = settingsFrom(settingsText, 'settings.yaml');
  if (!('firm' in settings)) return { issues: settings };
  const states = new Map([...before, ...(await pictureState(folder, settings))]);
  const logo = await logoIn(folder, settings.firm.logo);
  if (logo !== null && typeof logo !== 'string') return { issues: [logo] };
  const { letters, issues } = await lettersOf(folder);
  if (issues.length > 0) return { issues };
  return { files: await exportsIn(folder, hashes), settings, settingsText, logo, letters, hashes, states };
}
