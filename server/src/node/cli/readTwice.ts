/** Standard input comes once: what was read of it is kept for the second time. */
export function readTwice(stdin: AsyncIterable<Uint8Array>): {
  readonly first: AsyncIterable<Uint8Array>;
  readonly second: () => AsyncIterable<Uint8Array>;
} {
  const chunks: Uint8Array[] = [];
  async function* recorded(): AsyncGenerator<Uint8Array> {
    for await (const chunk of stdin) {
      chunks.push(chunk);
      yield chunk;
    }
  }
  async function* again(): AsyncGenerator<Uint8Array> {
    yield* chunks;
  }
  return { first: recorded(), second: again };
}
