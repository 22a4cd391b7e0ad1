import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { called, isClone, own, ROOT } from '../../scripts/root.ts';
import { startFolder, workspaceFolder } from '../../scripts/workspace.ts';

test('in the clone the demo in data is the workspace, and a new one begins beside it', () => {
  expect(process.cwd()).toBe(ROOT);
  expect([workspaceFolder(undefined), workspaceFolder('elsewhere')]).toEqual([join(ROOT, 'data'), resolve('elsewhere')]);
  expect(startFolder()).toBe(join(ROOT, 'workspace'));
  expect([isClone(ROOT), isClone(join(ROOT, 'data'))]).toEqual([true, false]);
});

test('own files and commands are named as they are in the clone', () => {
  expect(own('src/pipeline.ts')).toBe(join(ROOT, 'src', 'pipeline.ts'));
  expect(called('build')).toBe('npm run build');
  expect(called('check', '--data', 'there')).toBe('npm run check -- --data there');
});
