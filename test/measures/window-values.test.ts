import { beforeAll, expect, test } from 'vitest';
import { countedOf } from '../../src/measures/cells.ts';
import { measures } from '../../src/measures/index.ts';
import type { Context } from '../../src/measures/measure.ts';
import { windowValues } from '../../src/measures/window-values.ts';
import { contextIn } from '../../src/pipeline.ts';
import { workspaceIn } from '../workspace.ts';

const durations = measures.filter(({ kind }) => kind === 'duration');
let context: Context;
beforeAll(async () => {
  const { files, settings } = await workspaceIn('data');
  context = (await contextIn(files, settings, {}))!;
});

test('the values of the window are the same whether its rows were kept as they were counted or are counted anew', () => {
  const counted = { ...context };
  expect([...countedOf(durations, counted)].length).toBeGreaterThan(5);
  let values = 0;
  for (const measure of durations) {
    const [kept, anew] = [windowValues(measure, counted), windowValues(measure, context)];
    expect(kept === null).toBe(anew === null);
    for (let client = -1; client < context.facts.clients.list.length; client++) {
      expect(kept?.(client)).toEqual(anew?.(client));
      values += kept?.(client).length ?? 0;
    }
  }
  expect(values).toBeGreaterThan(1000);
});
