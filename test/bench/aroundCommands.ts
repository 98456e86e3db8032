import { Writable } from 'node:stream';
import type { CommandContext } from '../../server/src/node/cli/commandContext';
import { Output } from '../../server/src/node/cli/output';
import { Progress } from '../../server/src/node/cli/progress';

/** What a command of the terminal has around it, where nobody reads what it says. */
export function aroundCommands(): CommandContext {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  return {
    stdin: process.stdin,
    output: new Output(nowhere),
    colour: false,
    progress: new Progress(undefined),
    stop: { isCancellationRequested: false },
    complain: async () => undefined,
  };
}
