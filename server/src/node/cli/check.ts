import { terminal } from '../../core';
import { askedOf } from '../../places/asked';
import type { Reading } from './arguments';
import type { CheckedLog, CheckedProblem, FoundInLog } from './checkLog';
import type { CommandContext } from './commandContext';
import { notesOn } from './inputNotes';
import { inputs } from './inputs';
import { jsonText } from './json';
import { placeText } from './logLines';
import { checked, ordersBeside } from './ordersBeside';
import type { Output } from './output';

/** What came of a check. */
export interface Checked {
  /** Errors or warnings were found. */
  readonly hasProblems: boolean;
  /** Something that should have been read could not be, or was not. */
  readonly isIncomplete: boolean;
}

/**
 * Checks one log after another and writes what is wrong with each.
 *
 * @param withEvents in JSON: list the records too
 */
export async function check(reading: Reading, around: CommandContext, withEvents: boolean): Promise<Checked> {
  const { output, progress, stop, colour } = around;
  const { where } = reading.question;
  const askedIn = askedOf(reading.question);
  const orders = ordersBeside(reading.files, reading.limits);
  let hasProblems = false;
  let isIncomplete = false;
  let done = 0;
  for await (const input of inputs(reading.files, reading.question.window, reading.limits, around.stdin)) {
    const { file, label, read } = input;
    progress.clear();
    const found = 'text' in read ? await checked(file, read.text, askedIn(file), orders) : unread(file, read.failure);
    const told = { ...found, notes: notesOn(input, found) };
    for (const { message } of told.notes) await around.complain(label, message);
    // Events that stand in a way that can't be read are missing from what is told; the log's own line says how to read them.
    isIncomplete ||= found.container === 'unreadable' || told.notes.some(({ isLoss }) => isLoss);
    hasProblems ||= told.problems.some(isProblem);
    if (reading.json) await writeJson(told, where, output, withEvents);
    // An input that could not be read has had its line on standard error.
    else if ('text' in read) await writeText(told, label, output, colour);
    progress.tell(() => `${++done} files checked`);
    if (stop.isCancellationRequested) return { hasProblems, isIncomplete: true };
  }
  progress.clear();
  return { hasProblems, isIncomplete };
}

function isProblem({ severity }: CheckedProblem): boolean {
  return severity === 'error' || severity === 'warning';
}

/** In JSON, every input has its object, so that the objects can be told apart by their position. */
function unread(file: string, failure: string): FoundInLog {
  const counts = { workmail: 0, malformed: 0, other: 0 };
  const status = `Not read: ${failure}`;
  return {
    file,
    container: 'none',
    kind: undefined,
    status,
    counts,
    unasked: 0,
    events: [],
    problems: [],
    lacksNames: false,
  };
}

/** One line. Written piece by piece: the object of a large log is longer than a string can be. */
async function writeJson(
  { file, container, status, counts, unasked, notes, events, problems }: CheckedLog,
  where: string | undefined,
  output: Output,
  withEvents: boolean,
): Promise<void> {
  const asked = where === undefined ? {} : { where, recordsUnasked: unasked };
  await output.write(jsonText({ file, container, status, counts, ...asked, notes }).slice(0, -1));
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
