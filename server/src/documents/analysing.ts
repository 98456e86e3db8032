import {
  Checkpoint,
  type EventRecord,
  type FieldOrder,
  type LogOutline,
  layersOf,
  mayHoldRecords,
} from '../core/index';
import { Texts } from '../core/store/texts';
import { type Analysis, isVirtual, type Known } from './analysis';
import type { ExtractorFor } from './extractorFor';
import { type ExtractedIndex, extractedIndex } from './logIndex/extractedIndex';
import { Indexing } from './logIndex/indexing';
import { LogIndex } from './logIndex/logIndex';
import { outlineOf, recognitionOf, revised } from './logIndex/revise';
import { wrappedLog, wrappedRevised } from './logIndex/reviseWrapped';
import type { LogText } from './logText';
import type { Change, OpenText } from './openText';

/** Reads a text; the core's `analyzeInSteps`, or a test's stand-in, which need not leave one. */
export type Analyze = (
  text: string,
  checkpoint?: Checkpoint,
  orders?: readonly FieldOrder[],
) => Generator<EventRecord | undefined, LogOutline>;

const NOTHING: LogOutline = { container: 'none', problems: [], kind: undefined };

/**
 * Reads one version of a document, record by record; a log that the extractor takes, without most of its records. Yields how many
 * records are known since the last time.
 *
 * @param extractorFor is asked once the log begins as those do that the extractor takes
 * @param orders of fields that calls in other logs have told
 * @returns what is known of the log; its container is `none` for a text that is no log
 */
export function* analysing(
  id: number,
  document: OpenText,
  analyze: Analyze,
  extractorFor: ExtractorFor = () => undefined,
  orders: readonly FieldOrder[] = [],
): Generator<number, Analysis> {
  const checkpoint = new Checkpoint();
  const indexing = new Indexing();
  const text = document.text.whole();
  const reading = analyze(text, checkpoint, orders);
  for (let next = reading.next(); ; next = reading.next()) {
    if (next.done) {
      const index = indexing.end(checkpoint.isUsable ? checkpoint.gaps : next.value.problems);
      return madeOf(id, document, next.value, index, knownOf(document.text, next.value, index, checkpoint));
    }
    const record = next.value;
    if (record?.index === 0 && isPlainHead(record, checkpoint)) {
      const extraction = extractorFor(text);
      const extracted = extraction && (yield* extractedIndex(text, { record, checkpoint }, extraction));
      if (extracted !== undefined) return extractedAnalysis(id, document, extracted);
    }
    if (record !== undefined) indexing.add(record, checkpoint);
    yield record === undefined ? 0 : 1;
  }
}

/** Whether a log begins as those do that the extractor takes. */
function isPlainHead({ malformed }: EventRecord, { isUsable, gaps }: Checkpoint): boolean {
  return isUsable && gaps.length === 0 && malformed !== 'syntax';
}

function extractedAnalysis(id: number, document: OpenText, { outline, index, last, spent }: ExtractedIndex): Analysis {
  const known = { kind: 'native', index, last, spent, recognizedBy: recognitionOf(document.text, index) } as const;
  return madeOf(id, document, outline, index, known);
}

function knownOf(text: LogText, { kind }: LogOutline, index: LogIndex, checkpoint: Checkpoint): Known | undefined {
  if (checkpoint.wrapping !== undefined) return wrappedLog(text, index, checkpoint.wrapping);
  if (!checkpoint.isUsable || kind !== undefined) return undefined;
  const { met: last, spent } = checkpoint;
  return { kind: 'native', index, last, spent, recognizedBy: recognitionOf(text, index) };
}

/**
 * The analysis of a changed log, made from the one before the change.
 *
 * @param changes lead from the text of `before` to that of the document, one after another
 * @returns the same as `analysing`; undefined where that can't be told without reading everything
 */
export function followed(
  id: number,
  before: Analysis,
  document: OpenText,
  changes: readonly Change[],
): Analysis | undefined {
  let { known } = before;
  for (const change of changes) {
    if (known?.kind === 'native') known = revised(known, change);
    else known = known && wrappedRevised(known, change);
    if (known === undefined) return undefined;
  }
  if (known === undefined || mayHaveLayer(document, changes)) return undefined;
  // Nothing is wrong around the events of a log whose changes are followed otherwise.
  const outline = known.kind === 'native' ? outlineOf(known) : before.outline;
  return madeOf(id, document, outline, known.index, known);
}

/** What lies over a log is told by its beginning, so a change there can put it on. */
function mayHaveLayer({ text }: OpenText, changes: readonly Change[]): boolean {
  return changes.some(({ start }) => start < TELLS_LAYERS) && layersOf(text.slice(0, 3 * TELLS_LAYERS)) !== undefined;
}

const TELLS_LAYERS = 20_000;

/** What is left of an analysis that a mistake of ours ended. A text that is no log has no part in it. */
export function failedAnalysis(id: number, document: OpenText): Analysis | undefined {
  if (!isLog(document)) return undefined;
  return { ...madeOf(id, document, NOTHING, new LogIndex([], new Texts(), []), undefined), hasFailed: true };
}

function madeOf(
  id: number,
  { uri, version, text }: OpenText,
  outline: LogOutline,
  index: LogIndex,
  known: Known | undefined,
): Analysis {
  const recordCount = index.count;
  return { id, uri, version, text, outline, recordCount, index, known, hasFailed: false, isVirtual: isVirtual(uri) };
}

function isLog({ text }: OpenText): boolean {
  try {
    return mayHoldRecords(text.whole());
  } catch {
    return false;
  }
}
