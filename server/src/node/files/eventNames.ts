/** The longest of the words, in bytes. */
const LONGEST = 16;

/**
 * Of WorkMail's own logs, whose fields the customer chooses, so that none with `event` in its name need be there: whose organization it
 * is, or one of the names without which nobody could tell what log a record is of.
 */
const OWN = [
  'workmail',
  'impersonator_id',
  'access_',
  'auth_',
  'action_allowed',
  'ews_endpoint',
  'summaryVersion',
  'flowDirection',
];

/**
 * Words of which at least one stands in everything that can be read as events: names of fields in every spelling, what hands
 * events on, and services. In UTF-16, too, whichever byte of a character comes first.
 */
const WORDS: readonly Buffer[] = [
  ...['event', 'Event', 'EVENT', 'amazonaws', 'awslogs', 'cloudtrail', 'CloudTrail', ...OWN].map((word) =>
    Buffer.from(word),
  ),
  ...['event', 'Event', 'EVENT', 'workmail'].map((word) =>
    Buffer.from(word, 'utf16le').subarray(0, 2 * word.length - 1),
  ),
];

/** Whether some bytes may hold events. They need not be text. */
export function nameEvents(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return WORDS.some((word) => buffer.includes(word));
}

/** The same for bytes that come piece by piece: a word may begin in one and end in the next. */
export class EventNames {
  #last = Buffer.alloc(0);

  /** @param piece may be overwritten afterwards */
  areIn(piece: Buffer): boolean {
    const seam = Buffer.concat([this.#last, piece.subarray(0, LONGEST)]);
    this.#last = Buffer.from(piece.subarray(-LONGEST));
    return nameEvents(piece) || nameEvents(seam);
  }
}
