import type { Act } from '../act';
import { shortId } from '../shortId';
import { minuteText } from '../utcText';
import { nameOf } from './told';

/** What ids of users, groups and roles look like: whole they take all the room there is. */
const UUID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;

/**
 * A finding in few words, for a row that may be narrow: what was done, by whom, and when it began (UTC).
 *
 * @param acts whose first one tells when
 * @param who whoever did it; absent where it is about nobody
 */
export function rowLabel(what: string, [first]: readonly [Act, ...Act[]], who?: Act): string {
  const { time } = first.facts;
  const parts = [
    begun(what.replace(UUID, shortId)),
    ...(who === undefined ? [] : [nameOf(who)]),
    ...(time === undefined ? [] : [minuteText(time)]),
  ];
  return parts.join(' · ');
}

/** With a capital first, except of an address: that is written as the log has it. */
function begun(words: string): string {
  const isAddress = /^\S+@/.test(words);
  return isAddress ? words : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
