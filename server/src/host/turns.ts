/** Lets work that nobody waits for stand back behind work that somebody does. */
export class Turns {
  #running = 0;
  #waiting: (() => void)[] = [];

  /** Does work that somebody waits for. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#running++;
    try {
      return await work();
    } finally {
      this.#running--;
      if (this.#running === 0) for (const go of this.#waiting.splice(0)) go();
    }
  }

  /** Until nobody waits for anything. */
  async quiet(): Promise<void> {
    while (this.#running > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
