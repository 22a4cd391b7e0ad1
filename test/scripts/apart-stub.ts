import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { stageApart } from '../../scripts/apart.ts';
import { LEAST_SHARED } from '../../scripts/keeping.ts';
import { workspaceIn } from '../workspace.ts';

const [data, work, late] = process.argv.slice(2);
const workspace = await workspaceIn(data!);
const hash = () => setTimeout(Number(late), 'x');
const files = ['a.csv', 'b.csv'].map((name) => ({ ...workspace.files[0]!, name, size: LEAST_SHARED, hash }));
const everything = { version: 'v', folder: join(work!, 'columns'), holdsAny: async () => true, has: async () => true };
const cache = { ...everything, read: async () => null, write: async () => {}, sweep: async () => {} };
const stage = stageApart({ data: data!, out: join(work!, 'site'), cache });
const beside = { report: join(work!, 'report.json'), measures: join(work!, 'measures.csv') };
await stage(
  { ...workspace, files },
  undefined,
  async () => null,
  () => {},
  null,
  beside,
);
