/**
 * How rows lie in memory: a number of 32 bits for each column of each row, column after column, so that a question that asks for one
 * column reads nothing else. `numbers[column * capacity + row]`. Texts and tuples of texts go by their number in a table.
 *
 * The extractor writes the same columns from the bytes of a log: an order that is changed here is changed there.
 */
export const columns = {
  /** Number of a tuple of `callTexts`. */
  call: 0,
  /** Number of a tuple of `identityTexts`. */
  identity: 1,
  /** userIdentity.principalId, and other texts that differ from session to session. */
  principal: 2,
  accessKey: 3,
  sessionCreated: 4,
  /** sourceIPAddress */
  address: 5,
  userAgent: 6,
  sharedEventID: 7,
  /** Seconds since 1970 UTC; 0 where they can't be said so: see `RowNotes.times`. */
  time: 8,
  /** See `RowState`. */
  state: 9,
  /** Four numbers, the first eight hexadecimal digits of the id first; an id of another form is a text, whose number is the first. */
  eventID: 10,
  /** The same, and a short one of another form stands in the four numbers itself: see `shortIdIn`. */
  requestID: 14,
  /** Where the record stands in its log: UTF-16 units. */
  start: 18,
  length: 19,
} as const;

/** Numbers of a row. */
export const WIDTH = 20;

/** Where columns begin that stand one behind the other, with room for as many rows each. */
export function evenBegins(width: number, capacity: number): Uint32Array<ArrayBuffer> {
  const begins = new Uint32Array(width);
  for (let column = 1; column < width; column++) begins[column] = column * capacity;
  return begins;
}

/** What a call is, beside who made it: a log has few of them. */
export const callTexts = ['source', 'action', 'errorCode', 'region', 'account', 'category', 'type'] as const;

/** What identifies an actor from session to session: fields of userIdentity, of `onBehalfOf` and of the context of a session. */
export const identityTexts = [
  'type',
  'accountId',
  'userName',
  'arn',
  'invokedBy',
  'identityProvider',
  'userId',
  'issuerArn',
  'issuerUserName',
  'issuerType',
  'mfaAuthenticated',
] as const;

export type CallText = (typeof callTexts)[number];
export type IdentityText = (typeof identityTexts)[number];
