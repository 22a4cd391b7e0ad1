import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout } from 'node:timers/promises';

/** How often the holder of a lock renews its time, and for how long one is watched whose holder cannot be looked for, in ms. */
const BEAT = 1000;
const WATCHED = 20_000;

/** A lock that this process has taken. */
export interface Lock {
  /** Whether it has it still: another may have taken it for dead. */
  readonly held: () => boolean;
  /** Gives it back where it has it still. */
  readonly release: () => void;
}

/** The process that holds a lock. */
export interface Holder {
  readonly pid: number;
}

const codeOf = (error: unknown): string | undefined => (error as { code?: string }).code;

/** Null where the file is gone. */
function unlessGone<Result>(look: () => Result): Result | null {
  try {
    return look();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** A name of all processes among which a pid means the same: those of this start of the machine, outside of containers or in the same one. */
function neighbourhood(): string {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return encodeURIComponent(hostname());
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** A link to a file that already tells its holder: the lock is never seen without it. */
function claim(file: string, own: string, token: string): boolean {
  const mine = `${file}.${token}`;
  try {
    writeFileSync(mine, own);
    linkSync(mine, file);
    return true;
  } catch (error) {
    // ENOENT: who holds the lock took this for litter.
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOENT') return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Takes a dead process's lock away; what a live one has put there meanwhile is put back. */
function removeStale(file: string, dead: string, token: string): void {
  const aside = `${file}.stale.${token}`;
  if (unlessGone(() => renameSync(file, aside)) === null) return;
  if (unlessGone(() => readFileSync(aside, 'utf8')) !== dead) unlessGone(() => linkSync(aside, file));
  rmSync(aside, { force: true });
}

/** Whether nobody renews the time of a lock while it is watched. */
async function isSilent(file: string, watched: number): Promise<boolean> {
  const time = (): bigint | null => unlessGone(() => statSync(file, { bigint: true }).mtimeNs);
  const first = time();
  for (let passed = 0; passed < watched; passed += BEAT) {
    await setTimeout(Math.min(BEAT, watched));
    if (time() !== first) return false;
  }
  return true;
}

/** Whether the holder that a lock tells is at work: looked for by its pid, or watched where its pid says nothing here. */
async function isAtWork(file: string, [pid, where]: readonly [number, string], watched: number): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  return where === neighbourhood() ? isAlive(pid) : !(await isSilent(file, watched));
}

function taken(file: string, own: string): Lock {
  const held = (): boolean => unlessGone(() => readFileSync(file, 'utf8')) === own;
  const beat = setInterval(() => {
    if (held()) unlessGone(() => utimesSync(file, new Date(), new Date()));
  }, BEAT).unref();
  return {
    held,
    release() {
      clearInterval(beat);
      if (held()) rmSync(file, { force: true });
    },
  };
}

/** Takes the lock of this name for this process, or gives the live process that holds it. One of another machine or container counts as live as long as it renews its time. */
export async function takeLock(file: string, watched = WATCHED): Promise<Lock | Holder> {
  const token = randomUUID();
  const own = `${process.pid} ${neighbourhood()} ${token}`;
  while (!claim(file, own, token)) {
    const told = unlessGone(() => readFileSync(file, 'utf8'));
    if (told === null) continue;
    const [pid = '', where = ''] = told.split(' ');
    if (await isAtWork(file, [Number(pid), where], watched)) return { pid: Number(pid) };
    removeStale(file, told, token);
  }
  return taken(file, own);
}
