import { terminal } from '../explain/escape';
import { printQuestion } from '../query/printQuestion';
import type { Engine } from './engine';
import type { HandedOver, ReadHere } from './handedOver';
import type { Unsaid } from './unsaid';

/** Words as comments of an engine, a line each. What stands in them can't end a comment: nothing in it is a line break. */
export function inComments({ comment }: Pick<Engine, 'comment'>, lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? comment : `${comment} ${terminal(line)}`));
}

/** What stands above all statements: what is asked, what was found here, what is not said, and what to know. */
export function introduction(
  engine: Engine,
  over: HandedOver,
  unsaid: readonly Unsaid[],
  notes: readonly string[],
): readonly string[] {
  const question = printQuestion(over.question);
  const lines = [
    `A question of WorkMail Trail for ${engine.words}.`,
    ...(over.inquiry === undefined ? [] : [over.inquiry]),
    question === '' ? 'Asked: all events.' : `Asked: ${question}`,
    '',
    ...readLines(over.read, engine, unsaid.length === 0),
    ...unsaidLines(unsaid),
    ...(notes.length === 0 ? [] : ['', ...new Set(notes)]),
  ];
  return inComments(engine, lines);
}

/** So many days are told one by one. */
const MOST_DAYS = 62;

function readLines(
  { logs, events, answers, byDay, otherForms, there }: ReadHere,
  { reads }: Pick<Engine, 'reads'>,
  isExact: boolean,
): readonly string[] {
  const isEngine = reads !== undefined;
  const days = [...byDay].sort(([left], [right]) => (left < right ? -1 : 1));
  const told = days.slice(0, MOST_DAYS).map(([day, count]) => `  ${day === '' ? 'day unknown' : day}: ${count}`);
  const more = days.length > MOST_DAYS ? [`  and ${days.length - MOST_DAYS} more days`] : [];
  const compared = !isEngine
    ? 'The commands count nothing. Ask the same of what they bring here: of the same logs as many events answer. Where more do, logs have come that were not read before.'
    : there
      ? `From the logs that it reads there ${isExact ? 'have to come' : 'come at least'} ${counted(there.answers, 'event')}: ${answers - there.answers} of those that answer here stand only in logs that it does not read.`
      : isExact
        ? 'From the same logs the engine has to count as many. Where it counts more, it has read logs that were not read here.'
        : 'From the same logs there come at least as many: not all of the question can be asked there.';
  return [
    `Read here: ${counted(logs, 'log')}${events === undefined ? '' : ` with ${counted(events, 'event')}`}, copies counted once; ${counted(answers, 'event')} ${answers === 1 ? 'answers' : 'answer'}${told.length === 0 ? '.' : ', by day (UTC):'}`,
    ...told,
    ...more,
    compared,
    ...(otherForms === 0
      ? []
      : [
          `${counted(otherForms, 'log')} of another form than CloudTrail delivers ${otherForms === 1 ? 'is' : 'are'} among them, which ${isEngine ? 'it does not read' : 'the commands do not bring'}.`,
        ]),
    ...refusedLines(there?.refused ?? []),
  ];
}

/** So many files are told one by one. */
const MOST_FILES = 20;

function refusedLines(refused: readonly string[]): readonly string[] {
  if (refused.length === 0) return [];
  const more = refused.length - MOST_FILES;
  return [
    `Left out ${refused.length === 1 ? 'is' : 'are'} ${counted(refused.length, 'file')} that it can't read, and at which it would stop: cut off, damaged, in another form, or with half of a surrogate pair. Ask them here:`,
    ...refused.slice(0, MOST_FILES).map((name) => `  ${name}`),
    ...(more > 0 ? [`  and ${more} more, which stand below`] : []),
  ];
}

function unsaidLines(unsaid: readonly Unsaid[]): readonly string[] {
  if (unsaid.length === 0) return [];
  return [
    '',
    'Not asked there as it is meant. No event that answers is missed; open the result here and filter it by the same question:',
    ...unsaid.map(({ part, why, isWider }) => `  ${part} is ${isWider ? 'asked more widely' : 'left out'}: ${why}.`),
  ];
}

/** `1 log`, `2 logs`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
