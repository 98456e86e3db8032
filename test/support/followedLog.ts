import { analyze } from '../../server/src/core/check/analyze';
import { type Analyze, analysing, followed } from '../../server/src/documents/analysing';
import { type Analysis, factsAt, recordAt } from '../../server/src/documents/analysis';
import type { ExtractorFor } from '../../server/src/documents/extractorFor';
import { LogText } from '../../server/src/documents/logText';
import { type OpenText, openTexts } from '../../server/src/documents/openText';

/** A stretch of text that gives way to another one. Offsets are those of the text before. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A document that is edited, with what is known of it by following each edit. */
export interface FollowedLog {
  readonly document: OpenText;
  readonly analysis: Analysis;
  /** The analysis was made from the one before; else by reading the whole text. */
  readonly isFollowed: boolean;
}

/** @param extractorFor reads the log with an extractor; absent: in TypeScript */
export function openedLog(text: string, extractorFor?: ExtractorFor, uri = 'file:///log.json'): FollowedLog {
  const document = { uri, version: 1, text: LogText.of(text), changes: undefined };
  return { document, analysis: readAfresh(document, extractorFor), isFollowed: false };
}

/** Undefined for an edit that no editor can make: one that parts a line break of two characters. */
export function edited({ document, analysis }: FollowedLog, { start, end, text }: Edit): FollowedLog | undefined {
  const range = { start: document.text.positionAt(start), end: document.text.positionAt(end) };
  const next = openTexts('utf-16').update(document, [{ range, text }], document.version + 1);
  const [change] = next.changes ?? [];
  if (change?.start !== start || change.end !== end) return undefined;
  const known = followed(next.version, analysis, next, [change]);
  return { document: next, analysis: known ?? readAfresh(next), isFollowed: known !== undefined };
}

/** All that the server tells of a log is made of this. */
export function allKnown(analysis: Analysis): unknown {
  const { outline, recordCount } = analysis;
  const { container, problems, kind } = outline;
  const records = Array.from({ length: recordCount }, (_, index) => {
    const facts = factsAt(analysis, index);
    return {
      record: recordAt(analysis, index),
      listed: facts && [
        facts.start,
        facts.end,
        facts.eventName,
        facts.eventID,
        facts.eventTime,
        facts.time,
        facts.outcome,
      ],
      lessons: facts?.learned,
    };
  });
  return { container, problems, kind, records };
}

export function readAfresh(document: OpenText, extractorFor?: ExtractorFor, reads: Analyze = analyze): Analysis {
  const reading = analysing(document.version, document, reads, extractorFor);
  for (let next = reading.next(); ; next = reading.next()) if (next.done) return next.value;
}
