import { isoSecond, terminal } from '../../core';
import type { AnswerOfRule, EventOfRule } from '../../core/sigma/sigmaEngine';
import { levels } from '../../core/sigma/sigmaEngine';
import type { TextPosition } from '../../host/logFiles';
import { jsonText } from './json';
import { placeText } from './logLines';

/** A log as it is shown. */
export interface NamedLog {
  readonly name: string;
}

/** Of a rule that hits so many events are listed; `--json` lists all. */
export const MOST_SHOWN = 3;

/** One object a rule, one a line, in the order of the rules. Names and their order are a promise to programs. */
export function* rulesJson(answers: readonly AnswerOfRule<NamedLog>[]): Generator<string> {
  for (const { rule, events, unsupported } of answers) {
    const told = {
      rule: rule.file,
      id: orNull(rule.id),
      title: orNull(rule.title),
      level: rule.level ?? null,
      events: events.map(({ log, index, chunk, row }) => ({
        file: log.name,
        index,
        eventID: orNull(chunk.eventID(row)),
      })),
      unsupported,
    };
    yield `${jsonText(told)}\n`;
  }
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

/** Rules that hit, in the order in which they are told: the heaviest level first, those of one level as their files are named. */
export function hitting<L>(answers: readonly AnswerOfRule<L>[]): readonly AnswerOfRule<L>[] {
  const weight = ({ rule }: AnswerOfRule<L>): number =>
    rule.level === undefined ? levels.length : levels.indexOf(rule.level);
  return answers.filter(({ events }) => events.length > 0).sort((left, right) => weight(left) - weight(right));
}

/**
 * The same for people.
 *
 * @param placeOf where an event begins in its log; undefined where that can't be told
 */
export function* rulesText(
  answers: readonly AnswerOfRule<NamedLog>[],
  placeOf: (event: EventOfRule<NamedLog>) => TextPosition | undefined,
): Generator<string> {
  const hits = hitting(answers);
  for (const { rule, events } of hits) {
    yield `${rule.level ?? 'no level'}: ${terminal(rule.title === '' ? rule.file : rule.title)} (${terminal(rule.file)})\n`;
    yield `  ${count(events.length, 'event')}${stretchText(events)}\n`;
    for (const event of events.slice(0, MOST_SHOWN)) yield `  ${eventText(event, placeOf(event))}\n`;
    if (events.length > MOST_SHOWN) yield `  and ${events.length - MOST_SHOWN} more\n`;
    yield '\n';
  }
  yield* othersText(answers, hits.length);
}

function* othersText(answers: readonly AnswerOfRule<NamedLog>[], hits: number): Generator<string> {
  const unsupported = answers.filter((answer) => answer.unsupported.length > 0);
  const ours = unsupported.filter(({ rule }) => !isOfOtherLogs(rule));
  const quiet = answers.filter(({ rule, unsupported: why }) => rule.isQuiet && why.length === 0).length;
  const silent = answers.length - hits - unsupported.length - quiet;
  yield `${count(answers.length, 'rule')}: ${hits} found events, ${silent} found nothing.\n`;
  if (quiet > 0) yield `${count(quiet, 'rule')} only ${quiet === 1 ? 'serves' : 'serve'} correlations.\n`;
  const others = unsupported.length - ours.length;
  if (others > 0)
    yield `${count(others, 'rule')} ${others === 1 ? 'is' : 'are'} for other logs than those of CloudTrail.\n`;
  if (ours.length === 0) return;
  yield `${count(ours.length, 'rule')} can’t be asked:\n`;
  for (const { rule, unsupported: why } of ours)
    yield `  ${terminal(rule.file)}: ${terminal(rule.title)}: ${terminal(why.join(' '))}\n`;
}

function isOfOtherLogs({ asked }: AnswerOfRule<NamedLog>['rule']): boolean {
  return asked.kind === 'unsupported' && asked.isOfOtherLogs;
}

function stretchText(events: readonly EventOfRule<NamedLog>[]): string {
  const times = events.map(({ time }) => time).filter((time) => !Number.isNaN(time));
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? `, ${isoSecond(first)}` : `, ${isoSecond(first)} to ${isoSecond(last)}`;
}

function eventText({ log, chunk, row, index }: EventOfRule<NamedLog>, place: TextPosition | undefined): string {
  const where = place === undefined ? `${log.name}, record ${index}` : `${log.name}:${placeText(place)}`;
  const { tables } = chunk;
  const call = tables.callText(chunk.call(row), 'action');
  const actor = tables.actorNames.textOf(chunk.actors[row] ?? 0);
  return [where, chunk.eventTime(row), call, actor]
    .filter((text) => text !== '')
    .map((text) => terminal(text))
    .join('  ');
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
