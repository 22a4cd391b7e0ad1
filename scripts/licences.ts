import { run } from './command.ts';
import { licenceList, licensed } from './licence-list.ts';

/** `npm run licences`: every package that an installation brings, with its licence and the text of it, as Markdown. */
await run({ name: 'licences', options: {} }, async () => {
  process.stdout.write(licenceList(licensed()));
  return 0;
});
