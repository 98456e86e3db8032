// Loaded into a process before its own code (`node --expose-gc --require`): answers every message of the parent with the bytes
// that the JavaScript heap holds, buffers included, after what nobody holds was let go of.
process.on('message', () => {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.(heapUsed + external);
});
process.channel?.unref();
