import type { Stoppable } from '../../host/logFiles';
import type { Output } from './output';
import type { Progress } from './progress';

/** What a command works with. */
export interface CommandContext {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly output: Output;
  /** Whether the output is shown to somebody as it comes; absent: it is not. */
  readonly isTerminal?: boolean;
  readonly colour: boolean;
  readonly progress: Progress;
  readonly stop: Stoppable;
  /** Says what is wrong with something that was named on the command line. */
  readonly complain: (label: string, words: string) => Promise<void>;
}
