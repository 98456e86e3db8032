import {
  type EventRecord,
  type EventRow,
  eventRow,
  matches,
  parseQuestion,
  type Question,
} from '../../server/src/core';
import type { EngineId } from '../../server/src/core/handover/engine';
import { type HandedOver, handoverText, type LogsPlace, trailPlaces } from '../../server/src/core/handover/engineTexts';

/** Nothing read yet. */
const NOTHING_READ: HandedOver['read'] = { logs: 0, events: 0, answers: 0, byDay: new Map(), otherForms: 0 };

export function questionOf(text: string): Question {
  const { question, problems } = parseQuestion(text);
  if (problems.length > 0) throw new Error(`${text}: ${problems.map(({ message }) => message).join(' ')}`);
  return question;
}

/** What is handed over of a question, where nothing else matters. */
export function handing(question: Question, given: Partial<HandedOver> = {}): HandedOver {
  return { question, trails: trailPlaces([]), files: [], read: NOTHING_READ, ...given };
}

/** The statements of a text, without their comments. */
export function statementsIn(text: string): readonly string[] {
  return text
    .split('\n\n')
    .map((part) =>
      part
        .split('\n')
        .filter((line) => !/^(?:--|#)/.test(line))
        .join('\n')
        .trim(),
    )
    .filter((part) => part !== '');
}

/** The query for a question about files, and the same as a count. */
export function queryAndCount(
  engine: EngineId,
  question: Question,
  files: readonly LogsPlace[],
): readonly [string, string] {
  const [query = '', count = ''] = statementsIn(handoverText(engine, handing(question, { files }))).slice(-2);
  return [query, count];
}

/** The eventIDs of the records that answer, in order, each once. */
export function answersHere(records: readonly EventRecord[], question: Question): readonly string[] {
  const answers = matches(question);
  const rows = records.map((record): EventRow & { raw: () => string } => ({
    ...eventRow(record, ''),
    raw: () => JSON.stringify(record.event),
  }));
  return distinct(rows.filter(answers).map(({ eventID }) => eventID));
}

export function distinct(ids: Iterable<string>): readonly string[] {
  return [...new Set(ids)].sort();
}
