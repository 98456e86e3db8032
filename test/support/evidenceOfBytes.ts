import type { Evidence } from '../../server/src/core';
import type { FlatReader } from '../../server/src/extract/own/flatReader';
import type { FileStretch } from '../../server/src/host/logFiles';
import { scanFlat } from '../../server/src/node/scan/flatScanned';
import { KeptRows } from '../../server/src/node/scan/keptRows';
import { ReceivedRows, stretchesIn } from '../../server/src/node/scan/receivedRows';
import { scanText } from '../../server/src/places/scanText';
import { evidenceOfRows } from './evidenceOf';

/** The evidence of some logs as threads of a scan read them, each log by the next thread; and how many were read without making objects. */
export function evidenceOfBytes(
  logs: Readonly<Record<string, string>>,
  readers: readonly FlatReader[],
): { readonly evidence: Evidence; readonly flat: number } {
  const names = Object.keys(logs);
  const markedBy = {};
  const threads = readers.map((reader) => ({
    reader,
    kept: new KeptRows(undefined, true),
    received: new ReceivedRows(markedBy),
  }));
  let flat = 0;
  const stretches = names.map((name, at): readonly FileStretch[] => {
    const thread = threads[at % threads.length];
    if (thread === undefined) return [];
    const { reader, kept, received } = thread;
    const text = logs[name] ?? '';
    const asked = { service: 'none' };
    if (scanFlat(Buffer.from(text), asked, reader, kept) === undefined)
      scanText(text, asked, (record, isWanted) => kept.add(record, isWanted));
    else flat++;
    const told = kept.endFile();
    return stretchesIn(received.take(kept.take()), told);
  });
  return { evidence: evidenceOfRows(names, stretches), flat };
}
