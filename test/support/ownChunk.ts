import { analyze } from '../../server/src/core/check/analyze';
import type { RowChunk } from '../../server/src/core/store/rowChunk';
import { RowWriter } from '../../server/src/core/store/rowWriter';

/** The records of a log in columns, in tables of their own. */
export function ownChunk(text: string): RowChunk {
  const records = Array.from(analyze(text));
  const writer = new RowWriter(records.length);
  for (const record of records) writer.add(record);
  return writer.take();
}
