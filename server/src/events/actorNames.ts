import { entityOf, type GroupField, nameIn, shortId } from '../core/index';
import type { MergedEvents } from './mergedEvents';

/** How WorkMail writes ids of users: calls may give a name in the place of one, which may be that of a principal of IAM as well. */
const USER_ID = /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|S-1-1-\d+-.+)$/i;

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
  if (by !== 'actor' || !USER_ID.test(key)) return label;
  const name = nameIn(entityOf(merged.entities, '', key));
  return name === undefined || name === key ? label : `${name} (${shortId(key)})`;
}
