import type { Progress } from '../src/exports/exports.ts';
import { oneLine } from './command.ts';

/** Where progress is shown: one line that is rewritten on a terminal, a line a step elsewhere. */
export interface ProgressLine {
  /** What is being done now. */
  readonly stage: (text: string) => void;
  /** Which file is being read now. */
  readonly file: Progress;
  /** Writes lines that stay. */
  readonly say: (lines: readonly string[]) => void;
}

/** The stream that progress is written to; `process.stderr` is one. */
export interface Screen {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

const CLEAR = '\r\u001b[2K';

/** Progress on a screen; `live` says whether its last line may be rewritten. */
export function progressOn(screen: Screen, live: boolean): ProgressLine {
  let open = false;
  const clear = (): void => {
    if (open) screen.write(CLEAR);
    open = false;
  };
  const stage = (text: string): void => {
    const line = oneLine(text);
    if (!live) {
      screen.write(`${line}\n`);
      return;
    }
    screen.write(`${CLEAR}${line.slice(0, (screen.columns ?? 80) - 1)}`);
    open = true;
  };
  return {
    stage,
    file: (file, at, of) => stage(`reading file ${at + 1} of ${of}: ${file}`),
    say: (lines) => {
      clear();
      for (const line of lines) screen.write(`${oneLine(line)}\n`);
    },
  };
}

/** Progress on this process's standard error; in CI a terminal is not rewritten either. */
export function progress(): ProgressLine {
  return progressOn(process.stderr, process.stderr.isTTY === true && process.env['CI'] === undefined);
}
