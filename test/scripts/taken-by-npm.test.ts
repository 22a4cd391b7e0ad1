import { expect, test } from 'vitest';
import { commands } from '../../scripts/commands.ts';
import { takenByNpm } from '../../scripts/taken-by-npm.ts';

const { build, init } = commands;

test('options that npm took are told as they should be written', () => {
  expect(takenByNpm(build.options, [], { npm_config_data: '/my/ws', npm_config_rollback: 'true', npm_config_as_of: '2026-03-15' })).toEqual([
    '--data /my/ws',
    '--as-of 2026-03-15',
    '--rollback',
  ]);
  expect(takenByNpm(build.options, ['/my/ws'], { npm_config_data: 'true' })).toEqual(['--data DIR']);
  expect(takenByNpm(build.options, [], { npm_config_out: '' })).toEqual(['--out DIR']);
  expect(takenByNpm(build.options, [], { npm_config_confirm: 'stale\n\nlost-file' })).toEqual(['--confirm FINDING,…']);
});

test('settings of npm itself, options refused and those that came all the same are none', () => {
  const own = { npm_config_yes: 'true', npm_config_cache: '/root/.npm', npm_config_no_cache: 'true', npm_config_prefix: '/usr', npm_config_global: '' };
  for (const { options } of Object.values(commands)) expect(takenByNpm(options, [], own)).toEqual([]);
  expect(takenByNpm(init.options, [], { npm_config_yes: '' })).toEqual([]);
  expect(takenByNpm(build.options, [], { npm_config_rollback: '' })).toEqual([]);
  for (const args of [['--out', 'site'], ['--out=site']]) expect(takenByNpm(build.options, args, { npm_config_out: 'site' })).toEqual([]);
});
