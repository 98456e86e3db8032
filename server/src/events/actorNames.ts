import { entityOf, type GroupField, nameIn, shortId } from '../core/index';
import type { MergedEvents } from './mergedEvents';

/**
 * What a group is called. WorkMail's own logs name users by their ids alone: what logs or added lists call such a user stands before the id.
 *
 * @param group whose key is the id, if it is a user of these logs
 */
export function groupName(
  by: GroupField | 'service',
  { key, label }: { readonly key: string; readonly label: string },
  merged: Pick<MergedEvents, 'entities'>,
): string {
  // What logs teach is not read for other groups.
  if (by !== 'actor' || key === '') return label;
  const name = nameIn(entityOf(merged.entities, '', key));
  return name === undefined || name === key ? label : `${name} (${shortId(key)})`;
}
