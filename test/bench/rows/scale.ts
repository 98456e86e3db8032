/** How much is measured. */
export interface Scale {
  /** Of the quick contenders; the slow ones run less often, and the table says so. */
  readonly times: number;
  /** Of logs that are opened and edited, in megabytes. */
  readonly logSizes: readonly number[];
  readonly doublingSizes: readonly number[];
  /** Numbers of files. */
  readonly treeSizes: readonly number[];
  readonly shares: readonly number[];
  /** Of the folder in which names are followed. */
  readonly followFiles: number;
  /** Of a folder of WorkMail's own logs, a thousand records each. */
  readonly ownFiles: number;
  /** Of the store. */
  readonly rows: number;
}

export const FULL: Scale = {
  times: 5,
  logSizes: [1, 10, 50, 200],
  doublingSizes: [46, 92, 184],
  treeSizes: [2_000, 20_000],
  shares: [0.001, 0.01, 0.1, 0.5],
  followFiles: 21_234,
  ownFiles: 1_000,
  rows: 1_000_000,
};

/** For those who change something and want to know soon. */
export const QUICK: Scale = {
  times: 3,
  logSizes: [1, 10, 50],
  doublingSizes: [12, 23, 46],
  treeSizes: [2_000],
  shares: [0.01],
  followFiles: 4_000,
  ownFiles: 200,
  rows: 200_000,
};
