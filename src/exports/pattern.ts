import type { ExportFile } from './file.ts';

/**
 * Whether a pattern of the settings names a file: by its path under `exports`, by its last part, or by the archive that
 * holds it. `*` stands for any characters; case does not count, nor whether an accent is written as part of its letter or after it.
 */
export function namesFile(pattern: string, { name, archive }: Pick<ExportFile, 'name' | 'archive'>): boolean {
  const form = pattern
    .normalize('NFC')
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  const whole = new RegExp(`^${form}$`, 'is');
  return [name, name.slice(name.lastIndexOf('/') + 1), ...(archive === undefined ? [] : [archive])].some((one) => whole.test(one.normalize('NFC')));
}
