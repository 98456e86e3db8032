import type { Writable } from 'node:stream';

/** A stream that was closed by whoever reads it, as `head` does. There is nobody left to tell anything. */
export class ReaderGone extends Error {}

/** Text or bytes for a stream, as fast as the other side takes it: a report of gigabytes never lies in memory as a whole. */
export class Output {
  readonly #stream: Writable;
  #failure: Error | undefined;

  constructor(stream: Writable) {
    this.#stream = stream;
    // Without a listener a closed pipe would end the process with a stack trace.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      this.#failure = error.code === 'EPIPE' ? new ReaderGone() : error;
    });
  }

  /**
   * Resolves when there is room for more.
   *
   * @throws ReaderGone when nobody reads any more
   */
  async write(piece: string | Uint8Array): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    if (this.#stream.write(piece)) return;
    await new Promise<void>((resolve) => {
      const settled = (): void => {
        for (const event of ['drain', 'error', 'close']) this.#stream.off(event, settled);
        resolve();
      };
      for (const event of ['drain', 'error', 'close']) this.#stream.once(event, settled);
    });
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Waits until everything is handed over. */
  async flush(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#stream.write('', () => resolve());
    });
    if (this.#failure !== undefined) throw this.#failure;
  }
}
