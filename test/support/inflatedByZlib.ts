import { constants, crc32, inflateRawSync } from 'node:zlib';
import type { Inflated } from '../../server/src/bytes/stream';

/** What zlib makes of a stream, and how it ends; undefined where it is damaged. */
export function inflatedByZlib(stream: Buffer): Inflated | undefined {
  return withZlib(stream, 'whole') ?? withZlib(stream, 'cut');
}

function withZlib(stream: Buffer, end: 'whole' | 'cut'): Inflated | undefined {
  const finishFlush = end === 'whole' ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
  try {
    const result: unknown = inflateRawSync(stream, { finishFlush, info: true });
    if (typeof result !== 'object' || result === null || !('buffer' in result) || !('engine' in result))
      return undefined;
    const { buffer: output, engine } = result;
    if (!Buffer.isBuffer(output) || !isEngine(engine)) return undefined;
    return { output, used: engine.bytesWritten, end, checksum: crc32(output) };
  } catch {
    return undefined;
  }
}

/** The types of Node leave out what `info` does to the result. */
function isEngine(value: unknown): value is { readonly bytesWritten: number } {
  return typeof value === 'object' && value !== null && 'bytesWritten' in value;
}
