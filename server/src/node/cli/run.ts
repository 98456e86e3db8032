import path from 'node:path';
import type { Writable } from 'node:stream';
import { version } from '../../../../package.json';
import { terminal } from '../../core';
import type { Stoppable } from '../../host/logFiles';
import { compileLess } from '../compileLess';
import { createLogFiles } from '../logFiles';
import { createReadMet } from '../scan/readMet';
import { readArguments } from './arguments';
import { ask } from './ask';
import { chain } from './chain';
import { check } from './check';
import type { CommandContext } from './commandContext';
import { events } from './events';
import { exportEvents } from './export';
import { handover } from './handover';
import { help } from './help';
import { manifest } from './manifest';
import { Output, ReaderGone } from './output';
import { Progress } from './progress';
import { redact } from './redact';
import { report } from './report';
import { sigma } from './sigma';
import { state } from './state';
import { summarize } from './summarize';
import { verify } from './verify';

/** What the program needs of the process it runs in. */
export interface Streams {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Whether the output may have colours. */
  readonly colour: boolean;
  /** Whether the output is shown to somebody as it comes. */
  readonly isTerminal?: boolean;
  /** Whether somebody looks at standard error, and sees a line that changes. */
  readonly isWatched?: boolean;
  /** Escape sequences are not wanted there either: NO_COLOR. */
  readonly isPlain?: boolean;
  /** Somebody wants no more than what is known by now. */
  readonly stop?: Stoppable;
  /** The bundle that threads run; absent: the one beside this. */
  readonly workerFile?: string;
}

const CLEAN = 0;
const PROBLEMS = 1;
const UNUSABLE = 2;

const goingOn: Stoppable = { isCancellationRequested: false };

/**
 * Runs one command line.
 *
 * @param args the words after the name of the program
 * @returns the exit code: 0 clean, 1 errors or warnings found, 2 wrong usage or an input that could not be read completely
 */
export async function run(args: readonly string[], streams: Streams): Promise<number> {
  const {
    stdin,
    stdout,
    stderr,
    colour,
    isTerminal = false,
    isWatched = false,
    isPlain = false,
    stop = goingOn,
  } = streams;
  const output = new Output(stdout);
  const complaints = new Output(stderr);
  const progress = new Progress(isWatched ? stderr : undefined, isPlain);
  let isIncomplete = false;
  const around: CommandContext = {
    stdin,
    output,
    isTerminal,
    colour,
    progress,
    stop,
    complain: (label, words) => {
      progress.clear();
      return complaints.write(`workmail-trail: ${terminal(label)}: ${terminal(words)}\n`);
    },
  };
  const { workerFile = path.join(__dirname, 'scanWorker.js') } = streams;
  try {
    const code = await obey();
    await output.flush();
    return isIncomplete ? UNUSABLE : code;
  } catch (error) {
    if (error instanceof ReaderGone) return isIncomplete ? UNUSABLE : CLEAN;
    throw error;
  }

  async function obey(): Promise<number> {
    const request = readArguments(args);
    switch (request.command) {
      case 'help':
        await output.write(help);
        return CLEAN;
      case 'version':
        await output.write(`${version}\n`);
        return CLEAN;
      case 'misused':
        await complaints.write(`workmail-trail: ${terminal(request.reason)} See workmail-trail --help.\n`);
        return UNUSABLE;
      case 'check': {
        const checked = await check(request, around, request.events);
        isIncomplete = checked.isIncomplete;
        return checked.hasProblems ? PROBLEMS : CLEAN;
      }
      case 'events': {
        isIncomplete = await events(request, around, createReadMet({ workerFile }));
        return CLEAN;
      }
      case 'ask': {
        compileLess();
        isIncomplete = await ask(request, around, createReadMet({ workerFile }), createLogFiles({ workerFile }));
        return CLEAN;
      }
      case 'chain': {
        const told = await chain(request, around, createReadMet({ workerFile }));
        isIncomplete = told.isIncomplete;
        return told.isKnown ? CLEAN : PROBLEMS;
      }
      case 'export': {
        isIncomplete = await exportEvents(request, around, createReadMet({ workerFile }));
        return CLEAN;
      }
      case 'handover': {
        isIncomplete = await handover(request, around, createReadMet({ workerFile }));
        return CLEAN;
      }
      case 'redact': {
        const redacted = await redact(request, around);
        isIncomplete = redacted.isIncomplete;
        return redacted.hasRemains ? PROBLEMS : CLEAN;
      }
      case 'sigma': {
        const shipped = path.join(path.dirname(workerFile), '..', 'rules', 'workmail');
        const asked = await sigma(request, shipped, around, createReadMet({ workerFile }));
        isIncomplete = asked.isIncomplete;
        return asked.hasHits ? PROBLEMS : CLEAN;
      }
      case 'state': {
        isIncomplete = await state(request, around, createReadMet({ workerFile }), createLogFiles({ workerFile }));
        return CLEAN;
      }
      case 'verify': {
        const verified = await verify(request, around, hashWorkerBeside(workerFile));
        isIncomplete = verified.isIncomplete;
        return verified.hasFaults ? PROBLEMS : CLEAN;
      }
      case 'manifest': {
        const readMet = createReadMet({ workerFile });
        const listed = await manifest(request, around, hashWorkerBeside(workerFile), readMet);
        isIncomplete = listed.isIncomplete;
        return listed.hasChanges ? PROBLEMS : CLEAN;
      }
      case 'report': {
        compileLess();
        const tool = `WorkMail Trail ${version}`;
        isIncomplete = await report(
          request,
          around,
          createLogFiles({ workerFile }),
          tool,
          hashWorkerBeside(workerFile),
        );
        return CLEAN;
      }
      case 'summarize': {
        isIncomplete = await summarize(request, around, createLogFiles({ workerFile }));
        return CLEAN;
      }
    }
  }
}

function hashWorkerBeside(workerFile: string): string {
  return path.join(path.dirname(workerFile), 'hashWorker.js');
}
