/** What events are grouped by, in the order in which it is offered. A mailbox, or whatever else was acted upon, is the `target`. */
export const groupFields = [
  'action',
  'actor',
  'target',
  'organization',
  'key',
  'session',
  'address',
  'outcome',
  'day',
  'file',
  'weight',
] as const;

export type GroupField = (typeof groupFields)[number];

/** No tree has more levels of groups. */
export const MOST_LEVELS = 2;

/**
 * What somebody asks events to be grouped by, the outermost level first: each field once, and no more levels than there are. By action
 * where nothing of it can be read.
 */
export function askedFields(asked: unknown): readonly GroupField[] {
  const named: readonly unknown[] = Array.isArray(asked) ? asked : [];
  const fields = groupFields.filter((field) => named.includes(field));
  const inOrder = fields.sort((left, right) => named.indexOf(left) - named.indexOf(right));
  return inOrder.length === 0 ? ['action'] : inOrder.slice(0, MOST_LEVELS);
}
