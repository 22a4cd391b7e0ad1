/** Options that npm has settings of its own for: it sets them by itself, or people set them for npm. `no-cache` becomes `cache`. */
const OF_NPM: ReadonlySet<string> = new Set(['yes', 'no-cache']);

/**
 * The options of a command that npm took for its own, since no `--` stands before them, each as it should be written: `--data /my/ws`.
 * npm leaves them in the environment as `npm_config_as_of`. Those that the command was given besides are none.
 */
export function takenByNpm(
  options: Readonly<Record<string, string | true>>,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const isGiven = (name: string): boolean => args.some((one) => one === `--${name}` || one.startsWith(`--${name}=`));
  return Object.entries(options).flatMap(([name, word]) => {
    const value = env[`npm_config_${name.replaceAll('-', '_')}`];
    if (value === undefined || OF_NPM.has(name) || isGiven(name)) return [];
    if (word === true) return value === '' ? [] : [`--${name}`];
    // A value that stands apart has become an argument, and npm says true.
    return [`--${name} ${/^\S+$/.test(value) && value !== 'true' ? value : word}`];
  });
}
