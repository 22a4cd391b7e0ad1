import { Refused } from './command.ts';
import type { ProgressLine } from './progress.ts';
import { alone, checkPlace, lineageOf, placeAt, point, published, type Version } from './versions.ts';

const named = ({ name, asOf }: Version): string => `build ${name}${asOf === '' ? '' : `, the report up to ${asOf}`}`;

/**
 * Makes the version before the published one the published one, and says which. Gives the exit code.
 * @throws Refused where there is no site, no version before it, or a build is running.
 */
export async function rollback(out: string, shown: ProgressLine): Promise<number> {
  const place = placeAt(out);
  checkPlace(place);
  if (published(place) === null) throw new Refused(`${out}: there is no site to go back from; nothing was done`);
  return alone(place, async (folder) => {
    const [now, before] = lineageOf(place);
    if (now === undefined || before === undefined)
      throw new Refused(`${out}: there is no version before ${now === undefined ? 'the published one' : named(now)}; nothing was done`);
    point(place, folder, before.name);
    shown.say([`${out} shows ${named(before)} again, instead of ${named(now)}; the next build goes on from it`]);
    return 0;
  });
}
