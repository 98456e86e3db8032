/** So many steps over characters are taken for one rule: half a minute at most. */
const MOST = 2e9;

/** What a rule has cost so far. A rule that costs too much is stopped and named, so that none keeps the others waiting. */
export class Work {
  #left: number;

  constructor(most = MOST) {
    this.#left = most;
  }

  /** @param steps about as many as an expression or pattern takes over a text */
  spend(steps: number): void {
    this.#left -= steps;
  }

  get isSpent(): boolean {
    return this.#left < 0;
  }
}
