import { terminal } from '../../core';
import { type CheckedLog, type CheckedProblem, checkLog } from './checkLog';
import { jsonText } from './json';
import { placeText } from './logLines';
import type { Output } from './output';
import type { Inputs } from './run';

/** How `check` tells what it found. */
export interface CheckFormat {
  readonly json: boolean;
  /** In JSON: list the records too. */
  readonly events: boolean;
  /** In text: colours for severities. */
  readonly colour: boolean;
}

/**
 * Checks one log after another and writes what is wrong with each.
 *
 * @returns whether any of them has an error or a warning
 */
export async function check(inputs: Inputs, output: Output, format: CheckFormat): Promise<boolean> {
  let found = false;
  for await (const { file, label, read } of inputs) {
    const checked = 'text' in read ? checkLog(file, read.text) : unread(file, read.failure);
    found ||= checked.problems.some(isProblem);
    if (format.json) await writeJson(checked, output, format.events);
    // An input that could not be read has had its line on standard error.
    else if ('text' in read) await writeText(checked, label, output, format.colour);
  }
  return found;
}

function isProblem({ severity }: CheckedProblem): boolean {
  return severity === 'error' || severity === 'warning';
}

/** In JSON, every input has its object, so that the objects can be told apart by their position. */
function unread(file: string, failure: string): CheckedLog {
  const counts = { workmail: 0, malformed: 0, other: 0 };
  return { file, container: 'none', status: `Not read: ${failure}`, counts, events: [], problems: [] };
}

/** One line. Written piece by piece: the object of a large log is longer than a string can be. */
async function writeJson(
  { events, problems, ...head }: CheckedLog,
  output: Output,
  withEvents: boolean,
): Promise<void> {
  await output.write(jsonText(head).slice(0, -1));
  if (withEvents) await writeList(',"events":[', events, output);
  await writeList(',"problems":[', problems, output);
  await output.write('}\n');
}

const PIECE = 1000;

async function writeList(opening: string, values: readonly unknown[], output: Output): Promise<void> {
  await output.write(opening);
  for (let start = 0; start < values.length; start += PIECE) {
    const piece = values.slice(start, start + PIECE).map((value) => jsonText(value));
    await output.write(`${start === 0 ? '' : ','}${piece.join(',')}`);
  }
  await output.write(']');
}

const colours = { error: '\u001b[31m', warning: '\u001b[33m', information: '\u001b[36m' } as const;
const PLAIN = '\u001b[0m';

async function writeText(
  { problems, status }: CheckedLog,
  label: string,
  output: Output,
  colour: boolean,
): Promise<void> {
  const name = terminal(label);
  let hints = 0;
  for (const { severity, range, code, message } of problems) {
    if (severity === 'hint') {
      hints++;
    } else {
      const words = colour ? `${colours[severity]}${severity}${PLAIN}` : severity;
      await output.write(`${name}:${placeText(range.start)} ${words} ${code} ${terminal(message)}\n`);
    }
  }
  const more = hints === 0 ? '' : ` ${hints} ${hints === 1 ? 'hint is' : 'hints are'} not shown; --json lists them.`;
  await output.write(`${name}: ${terminal(status)}${more}\n`);
}
