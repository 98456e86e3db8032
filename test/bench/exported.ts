/** What came of an export. */
export interface Exported {
  readonly events: number;
  /** From the start of the process. */
  readonly ms: number;
  readonly peakBytes: number;
}
