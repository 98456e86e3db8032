import { moved } from '../../server/src/core/read/edits';
import type { Gap } from '../../server/src/core/read/gaps';
import { eventsPassedOver, isOtherObject, mayHoldEvent } from '../../server/src/core/read/passedOver';
import { recognize } from '../../server/src/core/read/recognize';
import { split } from '../../server/src/core/read/split';
import type { JsonObject, Span } from '../../server/src/core/record';
import { brokenJson, readLog } from './readLog';

/** A record as it was cut out of its log. */
export interface Stretch extends Span {
  readonly value: JsonObject | undefined;
  readonly isDamaged: boolean;
}

/** A log in one of CloudTrail's own forms, cut into records, with all that is wrong in it: what is checked of a record is left out. */
export interface CutLog {
  readonly text: string;
  readonly records: readonly Stretch[];
  /** Of records and between them. Spans and edits are offsets of the log. */
  readonly damages: readonly Pick<Gap, 'kind' | 'span' | 'detail' | 'edits' | 'safe'>[];
}

/** Problems of the form, not of JSON. */
const NOT_OF_JSON: ReadonlySet<string> = new Set([
  'not-an-object',
  'records-not-a-list',
  'duplicate-records',
  'records-key',
]);

/** @returns undefined for what is no log */
export function cutLog(text: string): CutLog | undefined {
  const { kind } = recognize(text);
  if (kind === 'none') return undefined;
  if (kind !== 'native') return wrappedLog(text);
  const records: Stretch[] = [];
  const damages: CutLog['damages'][number][] = [];
  let behind = 0;
  const passOver = (to: number): void => {
    if (!mayHoldEvent(behind, to)) return;
    for (const { start, end, value } of eventsPassedOver(text, behind, to))
      records.push({ start, end, value, isDamaged: false });
  };
  for (const piece of split(text)) {
    if ('gap' in piece) {
      if (!NOT_OF_JSON.has(piece.gap.kind)) damages.push(piece.gap);
      continue;
    }
    if (isOtherObject(piece.record)) continue;
    const { start, end, value, damages: own } = piece.record;
    passOver(start);
    behind = end;
    records.push({ start, end, value, isDamaged: own.length > 0 });
    for (const damage of own) {
      const span = { start: damage.span.start + start, end: damage.span.end + start };
      damages.push({ ...damage, span, edits: moved(damage.edits, start) });
    }
  }
  passOver(text.length);
  return { text, records, damages };
}

/** The same of a log whose events seem to stand in other text, as damage to what holds them can make it look. */
function wrappedLog(text: string): CutLog {
  const log = readLog(text);
  return {
    text,
    records: log.records.map(({ start, end, event, malformed }) => ({
      start,
      end,
      value: event,
      isDamaged: malformed === 'syntax',
    })),
    damages: brokenJson(log).map(({ problem, span, record }) => ({
      kind: 'unexpected-text',
      span,
      detail: problem.detail,
      edits: moved(problem.edits ?? [], record?.start ?? 0),
      safe: problem.edits !== undefined,
    })),
  };
}
