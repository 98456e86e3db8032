import { analyze } from '../../server/src/core/check/analyze';
import type { Checkpoint } from '../../server/src/core/check/checkpoint';
import type { EventRecord, LogOutline } from '../../server/src/core/record';
import type { Analysis } from '../../server/src/documents/analysis';
import type { Block } from '../../server/src/documents/logIndex/block';
import { LogText } from '../../server/src/documents/logText';
import { textExtractor } from './extractor';
import { readAfresh } from './followedLog';

/** A log that was opened with the extractor and without. */
export interface OpenedBothWays {
  /** The extractor has taken it, so that most of its records were not read in TypeScript. */
  readonly isTaken: boolean;
  readonly extracted: Analysis;
  readonly read: Analysis;
}

/** @param atOnce so many bytes are given to the extractor at a time */
export function openedBothWays(log: string, module: object, atOnce?: number): OpenedBothWays {
  const document = { uri: 'file:///log.json', version: 1, text: LogText.of(log), changes: undefined };
  const counted = { records: 0 };
  function* counting(text: string, checkpoint?: Checkpoint): Generator<EventRecord, LogOutline> {
    const reading = analyze(text, checkpoint);
    let next = reading.next();
    for (; !next.done; next = reading.next()) {
      counted.records++;
      yield next.value;
    }
    return next.value;
  }
  const extracted = readAfresh(document, textExtractor(atOnce, module), counting);
  return { isTaken: counted.records < extracted.recordCount, extracted, read: readAfresh(document) };
}

/** Everything that an analysis is made of, with its texts, but what looks that failed have cost. */
export function indexTold({ outline, index, known, recordCount }: Analysis): unknown {
  const { container, problems, kind } = outline;
  const { gaps, lastGaps, names } = index;
  const following = known?.kind === 'native' ? { last: known.last, recognizedBy: known.recognizedBy } : known?.kind;
  const blocks = index.blocks.map(({ block, base, first }) => {
    const { count, counts, ofWorkMail, network, met, reach } = block;
    const rows = Array.from({ length: count }, (_, at) => rowTold(block, at, (number) => names.textOf(number)));
    return { base, first, count, counts, ofWorkMail, network, met, reach, rows };
  });
  return { container, problems, kind, recordCount, following, gaps, lastGaps, blocks };
}

function rowTold(block: Block, at: number, textOf: (number: number) => string): unknown {
  const { eventName, eventSource, level, eventID, ...rest } = block.row(at);
  return {
    ...rest,
    eventName: textOf(eventName),
    eventSource: textOf(eventSource),
    level: textOf(level),
    eventID: block.eventID(at),
    isUuid: typeof eventID !== 'string',
  };
}

/** What looks that failed have cost; nothing where an edit is not followed. */
export function spentIn({ known }: Analysis): number {
  return known?.kind === 'native' ? known.spent : 0;
}
