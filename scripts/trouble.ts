/** What a disk or the system says when it will not, and what to do about it. It tells no reading from writing. */
const TROUBLES: Readonly<Record<string, readonly [wrong: string, advice: string]>> = {
  ENOSPC: ['the disk is full', 'make room on it'],
  EDQUOT: ['your share of the disk is used up', 'make room on it'],
  EFBIG: ['the disk takes no file as large as this', 'name a place on another disk'],
  EROFS: ['the disk may only be read', 'name a place that may be written to'],
  EACCES: ['this user may not read or write this', 'give the user the right, or name another place'],
  EPERM: ['this user may not read or write this', 'give the user the right, or name another place'],
  ENOTDIR: ['a file stands where a folder is needed', 'name another place'],
  EIO: ['the disk does not work', 'try another disk'],
  EMFILE: ['too many files are open', 'close other programs'],
  ENFILE: ['too many files are open', 'close other programs'],
  SIGKILL: ['a process of the build was ended by SIGKILL, as where memory runs out', 'close other programs or give the machine more memory'],
};

interface Failure {
  readonly code?: unknown;
  readonly path?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
}

/**
 * A plain sentence without its end for an error of the disk, with the path that it names, or of a process whose code is the signal
 * that ended it: what is wrong, and what to do. Null for any other error. An error that wraps such a one counts as such.
 */
export function machineTrouble(error: unknown): { readonly wrong: string; readonly advice: string } | null {
  for (let at = error as Failure | undefined, depth = 0; at !== undefined && at !== null && depth < 5; at = at.cause as Failure | undefined, depth++) {
    const named = typeof at.code === 'string' ? at.code : (/^([A-Z]{3,8}): /.exec(String(at.message))?.[1] ?? '');
    const found = TROUBLES[named];
    if (found === undefined) continue;
    const place = typeof at.path === 'string' ? `${at.path}: ` : '';
    return { wrong: `${place}${found[0]}`, advice: found[1] };
  }
  return null;
}
