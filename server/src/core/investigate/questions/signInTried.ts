import type { OwnRecord } from '../own/ownEvidence';

/** So many failures are no slip of a finger. */
export const GUESSES = 3;
/** What belongs together comes so soon after each other. Milliseconds. */
export const HOUR = 60 * 60 * 1000;

/** Who tried to sign in: the name that was typed, else the id. */
export function nameTried(record: OwnRecord): string {
  return record.text('name') || record.text('user');
}
