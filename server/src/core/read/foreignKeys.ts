import { NOTIFICATION_KEYS } from './evidence';
import { marksOfTools } from './reshaped';

/** What only records of CloudTrail Insights have. */
const INSIGHT = 'insightDetails';

/**
 * Keys that no record of a call has as CloudTrail writes it: what has one of them is a notification, tells of something else, or
 * has been in the hands of a tool that moves fields.
 */
export function foreignKeys(): readonly string[] {
  return [...NOTIFICATION_KEYS, ...marksOfTools(), INSIGHT];
}
