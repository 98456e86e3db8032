import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const CLEAR = '/proc/self/clear_refs';
const STATUS = '/proc/self/status';

/**
 * Runs some work once, and measures its time and memory. On Linux the high-water mark of the process is set back before it;
 * elsewhere an earlier peak can hide this one.
 *
 * `peakBytes` is the most memory the process held, beyond what it held before. `keptBytes` is what the JavaScript heap, buffers
 * included, holds afterwards, beyond before, as long as the value lives.
 */
export async function measurePeak<T>(
  work: () => T | Promise<T>,
): Promise<{ value: T; ms: number; peakBytes: number; keptBytes: number }> {
  globalThis.gc?.();
  const heapBefore = heap();
  const before = process.memoryUsage.rss();
  if (existsSync(CLEAR)) writeFileSync(CLEAR, '5');
  const begin = performance.now();
  const value = await work();
  const ms = performance.now() - begin;
  const peakBytes = highWaterMark() - before;
  // What WebAssembly held goes with the second time.
  globalThis.gc?.();
  globalThis.gc?.();
  return { value, ms, peakBytes, keptBytes: heap() - heapBefore };
}

function heap(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Bytes. */
export function highWaterMark(): number {
  if (!existsSync(STATUS)) return process.resourceUsage().maxRSS * 1024;
  return Number(/^VmHWM:\s*(\d+) kB/m.exec(readFileSync(STATUS, 'utf8'))?.[1]) * 1024;
}
