import { setTimeout } from 'node:timers/promises';
import { takeLock } from '../../scripts/lock.ts';

/** Takes the lock named, says whether it has it, and keeps it for a while. */
process.stdout.write('held' in (await takeLock(process.argv[2]!)) ? 'taken' : 'held');
await setTimeout(1000);
