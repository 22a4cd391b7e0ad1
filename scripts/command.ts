import { parseArgs } from 'node:util';
import { TURNING } from '../src/report/plain-name.ts';
import { takes } from './commands.ts';
import { called } from './root.ts';
import { takenByNpm } from './taken-by-npm.ts';
import { machineTrouble } from './trouble.ts';

/** The command was called wrongly: exit code 2. */
export class Misuse extends Error {}
/** The command cannot do it now: exit code 1. */
export class Refused extends Error {}

/**
 * What stands after the name of a command: the options, each with the word that stands for its value, or `true` where it has none,
 * and what is named besides. A word that ends in `,…` says that the option may be given several times and holds a list. An operand must be named, unless it is `optional`.
 */
export interface Command<Option extends string, Operand extends string = never> {
  readonly name: string;
  readonly options: Readonly<Record<Option, string | true>>;
  readonly operand?: Operand;
  readonly optional?: true;
}
/** By name the words that were given; an option without a value that was given is `yes`, one given several times is a list with commas. */
export type Given<Option extends string> = Readonly<Partial<Record<Option, string>>>;

const MANY = ',…';

/** A line that a host of jobs takes for text: it carries out one that begins with `::`, and one that holds `##[`. */
export function inert(line: string): string {
  return line.replaceAll('##[', '## [').replace(/^(?=\s*::)/, '- ');
}

/** A text on one line, without anything that would steer a terminal or a host of jobs, or turn what stands after it. */
export function oneLine(text: string): string {
  return inert(
    text
      .replace(TURNING, '')
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
      .trim(),
  );
}

/** How a command is called, on one line. */
export function usage(command: Command<string, string>): string {
  return called(command.name, ...takes(command));
}

/**
 * The options among the arguments of a command.
 * @throws Misuse for an option that the command does not have, one without its value, and any other word than the one operand.
 */
export function optionsOf<Option extends string, Operand extends string = never>(
  command: Command<Option, Operand>,
  args: readonly string[],
): Given<Option | Operand> {
  const typeOf = (value: string | true) => ({
    type: value === true ? ('boolean' as const) : ('string' as const),
    multiple: value !== true && value.endsWith(MANY),
  });
  const options = Object.fromEntries(Object.entries<string | true>(command.options).map(([name, value]) => [name, typeOf(value)]));
  try {
    const { operand, optional } = command;
    const parsed = parseArgs({ args: [...args], options, strict: true, allowPositionals: operand !== undefined });
    const { positionals } = parsed;
    const values = Object.fromEntries(
      Object.entries(parsed.values).map(([name, value]) => [name, value === true ? 'yes' : Array.isArray(value) ? value.join(',') : value]),
    );
    const empty = Object.keys(values).find((name) => values[name] === '');
    if (empty !== undefined) throw new Error(`Option '--${empty}' is empty`);
    if (operand === undefined || (optional === true && positionals.length === 0)) return values as Given<Option | Operand>;
    if (positionals.length !== 1) throw new Error(`Name one ${operand}`);
    return { ...values, [operand]: positionals[0] } as Given<Option | Operand>;
  } catch (cause) {
    const [first] = (cause as Error).message.split(/\.\s|\n/);
    throw new Misuse(`${first}; use: ${usage(command)}`, { cause });
  }
}

/**
 * Makes sure that no option went astray on the way here.
 * @throws Misuse where npm took one for its own, for without it the command would do something else than it was told.
 */
function demandWhole({ name, options }: Command<string, string>, args: readonly string[]): void {
  const taken = takenByNpm(options, args, process.env);
  const which = taken.map((one) => one.split(' ')[0]).join(', ');
  if (taken.length > 0) throw new Misuse(`npm took ${which} for itself, and nothing was done; write ${called(name, ...taken)}`);
}

function codeOf(name: string, error: unknown): number {
  const known = error instanceof Misuse || error instanceof Refused;
  const trouble = known ? null : machineTrouble(error);
  const message = trouble !== null ? `${trouble.wrong}; ${trouble.advice}` : error instanceof Error ? error.message : String(error);
  process.stderr.write(`${name}: ${known || trouble !== null ? '' : 'unexpected: '}${oneLine(message)}\n`);
  if (process.env['COURTESY_DEBUG'] === '1' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return error instanceof Misuse ? 2 : 1;
}

/** Whether nobody reads a stream any more, as after `| head`. */
const isUnread = (error: NodeJS.ErrnoException): boolean => error.code === 'EPIPE';

/**
 * What becomes of a command whose words do not arrive: it ends where nobody wants what it makes, and goes on where nobody wants
 * to hear of it. Any other trouble is one that it ends with.
 */
function mindStreams(name: string): void {
  process.stdout.on('error', (error) => process.exit(isUnread(error) ? (process.exitCode ?? 0) : codeOf(name, error)));
  process.stderr.on('error', (error) => {
    if (!isUnread(error)) process.exit(1);
  });
}

/**
 * Runs a command with the arguments of this process: 0 done, 1 refused, 2 used wrongly. Nothing that goes wrong is shown
 * as more than one line, unless COURTESY_DEBUG=1 asks for the stack.
 */
export async function run<Option extends string, Operand extends string = never>(
  command: Command<Option, Operand>,
  main: (given: Given<Option | Operand>) => Promise<number>,
): Promise<void> {
  const args = process.argv.slice(2);
  mindStreams(command.name);
  process.on('uncaughtException', (error) => process.exit(codeOf(command.name, error)));
  if (args.includes('--help')) {
    process.stdout.write(`${usage(command)}\n`);
    return;
  }
  try {
    demandWhole(command, args);
    process.exitCode = await main(optionsOf(command, args));
  } catch (error) {
    process.exitCode = codeOf(command.name, error);
  }
}
