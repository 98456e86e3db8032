import { analyze, type EventFacts, factsOf, mayLieIn } from '../../server/src/core';
import type { Extractor } from '../../server/src/extract/extractor';
import { scanExtracted } from '../../server/src/node/scan/extracted';
import { KeptRows } from '../../server/src/node/scan/keptRows';
import { ReceivedRows, stretchesIn } from '../../server/src/node/scan/receivedRows';
import type { Asked } from '../../server/src/places/asked';
import { KeptEvents } from '../../server/src/places/keptEvents';
import { type ScannedText, scanText } from '../../server/src/places/scanText';
import { isWanted } from '../../server/src/places/wantedEvents';
import { toldFacts } from './toldFacts';

/** What a scan tells of a log, and its events made from what was kept of them. */
export interface ScannedLog {
  readonly told: ScannedText;
  readonly events: readonly ReturnType<typeof toldFacts>[];
  /** Line and character of each. */
  readonly starts: readonly string[];
}

/** Scans logs one after the other, as a thread and what hears of it do. */
export class ScannedLogs {
  readonly #extractor: Extractor | undefined;
  readonly #kept: KeptRows;
  readonly #received = new ReceivedRows();

  /** @param extractor absent: everything is read in TypeScript */
  constructor(extractor: Extractor | undefined, keepsAll: boolean) {
    this.#extractor = extractor;
    this.#kept = new KeptRows(extractor, keepsAll);
  }

  /** @returns undefined where the log has to be read in full */
  scan(text: string, asked: Asked): ScannedLog | undefined {
    const told =
      this.#extractor === undefined
        ? scanText(text, asked, (record, isWanted) => this.#kept.add(record, isWanted))
        : scanExtracted(Buffer.from(text), asked, this.#extractor, this.#kept);
    const stretches = this.#kept.endFile();
    const chunks = this.#received.take(this.#kept.take());
    if (told === undefined) return undefined;
    const events = new KeptEvents('a', stretchesIn(chunks, stretches), told.events);
    const all = Array.from(events);
    return {
      told,
      events: all.map(toldFacts),
      starts: all.map((facts, at) => startText(events.start(at, facts))),
    };
  }
}

/** The events that a scan asks for, as their records say. */
export function wantedFacts(
  text: string,
  { service = 'workmail', window = {}, answers }: Asked,
): readonly EventFacts[] {
  return [...analyze(text)].flatMap((record) => {
    const facts = factsOf(record);
    const isAnswer = answers?.(record, () => text.slice(record.start, record.end)) !== false;
    return mayLieIn(window, facts) && isAnswer && isWanted(service, facts) ? [facts] : [];
  });
}

/** Lines end at every line break there is in JSON. */
export function startIn(text: string, offset: number): string {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return startText({ line: before.length - 1, character: before.at(-1)?.length ?? 0 });
}

function startText({ line, character }: { readonly line: number; readonly character: number }): string {
  return `${line}:${character}`;
}
