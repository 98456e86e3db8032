import assert from 'node:assert/strict';
import type { Unpacked } from '../../server/src/bytes/unpack';
import type { Limits } from '../../server/src/host/limits';
import { unpackBy } from '../../server/src/node/files/inflate';
import { newInflater, shippedInflater } from './inflater';

const module = shippedInflater();

/** Leaves everything to zlib. */
export const noInflater = (): undefined => undefined;

/** What comes of a file, which is the same with the inflater and with zlib alone: else a test fails here. */
export function unpackBothWays(file: Uint8Array, size: number, limits: Limits): Unpacked {
  const byZlib = unpackBy(noInflater, file, size, limits);
  assert.deepEqual(withBuffer(unpackBy(() => newInflater(undefined, module), file, size, limits)), withBuffer(byZlib));
  return byZlib;
}

/** Bytes are the same, whatever holds them. */
export function withBuffer(unpacked: Unpacked): Unpacked {
  return 'failure' in unpacked ? unpacked : { ...unpacked, bytes: Buffer.from(unpacked.bytes) };
}
