import path from 'node:path';
import { defaultLimits } from '../../server/src/host/limits';
import type { CommandContext } from '../../server/src/node/cli/commandContext';
import { createReadMet, type ReadMet } from '../../server/src/node/scan/readMet';
import { projectRoot } from '../support/projectRoot';
import { aroundCommands } from './aroundCommands';

/** What commands of the terminal are given to read a folder, with as many threads as there are processors. */
export function asTheTerminalReads(
  folder: string,
): [request: { readonly files: readonly string[]; readonly limits: typeof defaultLimits }, CommandContext, ReadMet] {
  const workerFile = path.join(projectRoot(), 'dist', 'scanWorker.js');
  return [{ files: [folder], limits: defaultLimits }, aroundCommands(), createReadMet({ workerFile })];
}
