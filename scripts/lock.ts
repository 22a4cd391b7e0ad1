import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

const codeOf = (error: unknown): string | undefined => (error as { code?: string }).code;

function isAlive(pid: number): boolean {
  if (pid === process.pid || !Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function holderOf(file: string): number | null {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** A link to a file that already holds the pid: the lock is never seen without its holder. */
function claim(file: string): boolean {
  const mine = `${file}.${process.pid}`;
  try {
    writeFileSync(mine, String(process.pid));
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Takes a dead process's lock away; what a live one has put there meanwhile is put back. */
function removeStale(file: string, dead: number): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (!Object.is(holderOf(aside), dead)) linkSync(aside, file);
  rmSync(aside);
}

/** Takes the lock of this name for this process: null, or the pid of the live process that holds it. */
export function takeLock(file: string): number | null {
  while (!claim(file)) {
    const holder = holderOf(file);
    if (holder === null) continue;
    if (isAlive(holder)) return holder;
    removeStale(file, holder);
  }
  return null;
}

/** Gives back the lock that this process took. */
export function releaseLock(file: string): void {
  rmSync(file, { force: true });
}
