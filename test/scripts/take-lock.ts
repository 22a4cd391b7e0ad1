import { setTimeout } from 'node:timers/promises';
import { takeLock } from '../../scripts/lock.ts';

/** Takes the lock named, says whether it has it, and keeps it for a while. */
process.stdout.write(takeLock(process.argv[2]!) === null ? 'taken' : 'held');
await setTimeout(1000);
