import { layOut } from '../../server/src/core/read/readable/layout';
import type { Layout } from '../../server/src/core/read/readable/pieces';
import type { EventRecord, Span } from '../../server/src/core/record';
import { problemsOf, type ReadLog } from './readLog';

/** A log laid out to its end; `shown` as in `layOut`. */
export function laidOut(log: ReadLog, shown?: readonly number[]): Layout {
  const work = layOut(log, shown);
  let next = work.next();
  while (!next.done) next = work.next();
  return next.value;
}

/** What must be the same of a log and of its readable text, with the places of problems carried over by `carry`. */
export function essenceOf(log: ReadLog, carry: (span: Span) => unknown): unknown {
  return {
    events: log.records.map(essenceOfRecord),
    problems: problemsOf(log).map(({ problem, span, record }) => [problem.code, record?.index, carry(span)]),
  };
}

function essenceOfRecord({ event, service, action, malformed }: EventRecord): unknown {
  return { event, service, action, malformed };
}

/** The offsets of every character of whole JSON that is not white space between tokens. */
export function* significant(text: string): Generator<number> {
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|\S/gs)) {
    for (let at = 0; at < token.length; at++) yield index + at;
  }
}
