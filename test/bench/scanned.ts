/** What a scan of a folder of logs gives, whoever made it. */
export interface Scanned {
  /** Since the process began, Node's own start included. */
  readonly ms: number;
  /** Until the first events were there, where that can be told. */
  readonly firstMs?: number;
  /** WorkMail events found; the floor finds none. */
  readonly events: number;
  /** Records of all services, where all of them are kept. */
  readonly records?: number;
  readonly bytes?: number;
  /** The most memory the process held, in bytes. */
  readonly peakBytes: number;
}
