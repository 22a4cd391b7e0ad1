import { expect, test } from 'vitest';
import { Misuse, oneLine, optionsOf, usage, type Command } from '../../scripts/command.ts';

const command: Command<'data' | 'as-of'> = { name: 'build', options: { data: 'DIR', 'as-of': 'YYYY-MM-DD' } };
const wrong = (...args: string[]): string => {
  try {
    optionsOf(command, args);
  } catch (error) {
    expect(error).toBeInstanceOf(Misuse);
    return (error as Error).message;
  }
  return 'nothing is wrong';
};

test('options are read in both forms', () => {
  expect({ ...optionsOf(command, ['--data', 'there', '--as-of=2026-03-15']) }).toEqual({ data: 'there', 'as-of': '2026-03-15' });
  expect({ ...optionsOf(command, []) }).toEqual({});
});

test('what the command does not know is said in one line with its use', () => {
  const use = '; use: npm run build -- [--data DIR] [--as-of YYYY-MM-DD]';
  expect(usage({ name: 'test', options: {} })).toBe('npm run test');
  expect(wrong('--speed', '3')).toBe(`Unknown option '--speed'${use}`);
  expect(wrong('there')).toBe(`Unexpected argument 'there'${use}`);
  expect(wrong('--data')).toBe(`Option '--data <value>' argument missing${use}`);
  expect(wrong('--data', '--as-of')).toContain("Option '--data' argument is ambiguous");
  expect(wrong('--data=')).toBe(`Option '--data' is empty${use}`);
});

test('a text on one line cannot steer the terminal', () => {
  expect(oneLine('a\r\n\u001b[2Kb\u2028c\u0085d ')).toBe('a [2Kb c d');
});

test('a text on one line is no command to a host of jobs', () => {
  for (const text of ['::add-mask::a.csv', ' \n::add-mask::a.csv', '\u00a0::add-mask::a.csv']) expect(oneLine(text), text).toBe('- ::add-mask::a.csv');
  expect(oneLine('a.csv: ##[add-mask]a')).toBe('a.csv: ## [add-mask]a');
  expect(oneLine('a::b: #1 [2] ::')).toBe('a::b: #1 [2] ::');
});

const flagged: Command<'yes', 'DIR'> = { name: 'init', options: { yes: true }, operand: 'DIR', optional: true };

test('an option without a value, and an operand that may be left out', () => {
  expect(usage(flagged)).toBe('npm run init -- [--yes] [DIR]');
  expect({ ...optionsOf(flagged, ['--yes', 'there']) }).toEqual({ yes: 'yes', DIR: 'there' });
  expect({ ...optionsOf(flagged, ['there', '--yes']) }).toEqual({ yes: 'yes', DIR: 'there' });
  expect({ ...optionsOf(flagged, []) }).toEqual({});
  for (const args of [['a', 'b'], ['--yes=no'], ['--no-yes']]) expect(() => optionsOf(flagged, args), args.join(' ')).toThrow(Misuse);
});

const listed: Command<'confirm' | 'out'> = { name: 'build', options: { confirm: 'FINDING,…', out: 'DIR' } };

test('an option that may be given several times is one list', () => {
  expect(usage(listed)).toBe('npm run build -- [--confirm FINDING,…] [--out DIR]');
  expect({ ...optionsOf(listed, ['--confirm', 'stale,refused:a.csv', '--out', 'x', '--confirm=rows-drop:tickets']) }).toEqual({
    confirm: 'stale,refused:a.csv,rows-drop:tickets',
    out: 'x',
  });
  expect(() => optionsOf(listed, ['--confirm'])).toThrow(Misuse);
});
