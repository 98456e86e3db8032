import { type Unpacked, unpack } from '../../bytes/unpack';
import { once } from '../../core';
import type { Limits } from '../../host/limits';
import type { Inflater } from '../../inflate/inflater';
import { inflaterBeside } from '../inflaterFile';
import { inflateAtOnce, inflateInBackground } from './inflateStream';

/** What lies beside the bundles, looked for when the first stream is inflated. */
const shipped = once(() => ({ inflater: inflaterBeside(__dirname) }));

/**
 * Takes all containers off a file at once; for worker threads, and for files that are small. What comes out may be written over when the
 * next file is unpacked.
 */
export function unpackSync(file: Uint8Array, size: number, limits: Limits): Unpacked {
  return unpackBy(() => shipped().inflater, file, size, limits);
}

/**
 * The same, by a certain inflater.
 *
 * @param inflater is asked for once something has to be inflated. Where there is none, zlib does its work, with the same outcome in more time
 */
export function unpackBy(
  inflater: () => Inflater | undefined,
  file: Uint8Array,
  size: number,
  limits: Limits,
): Unpacked {
  const work = unpack(file, size, limits);
  let next = work.next();
  if (next.done) return next.value;
  const own = inflater();
  own?.forget();
  while (!next.done) next = work.next(inflateAtOnce(own, next.value, limits));
  return next.value;
}

/**
 * Takes all containers off a file and keeps nobody waiting meanwhile.
 *
 * @param pause lets everything that waits be served
 */
export async function unpackInBackground(
  file: Uint8Array,
  size: number,
  limits: Limits,
  pause: () => Promise<void>,
): Promise<Unpacked> {
  const work = unpack(file, size, limits);
  let next = work.next();
  while (!next.done) next = work.next(await inflateInBackground(next.value, limits, pause));
  return next.value;
}
