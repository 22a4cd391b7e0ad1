import { setTimeout } from 'node:timers/promises';
import { takeLock } from '../../scripts/lock.ts';

/** Takes the lock named and says whether it has it; where it has, it keeps it until it is killed. */
const has = 'held' in (await takeLock(process.argv[2]!));
process.stdout.write(has ? 'taken' : 'held');
if (has) await setTimeout(60_000);
