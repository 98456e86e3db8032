import type { JsonObject, Span } from '../../record';
import { mayHoldEvents } from '../continued';
import { nextSound } from '../soundEvents';
import type { Effort } from '../whole';

/**
 * Whether an object is what is left of an event around whole ones: a list that was cut off has taken them for its own.
 *
 * @param looks what may be spent on looking for them
 */
export function isLeftAround(text: string, { start, end }: Span, value: JsonObject, looks: Effort): boolean {
  return !mayHoldEvents(value) && nextSound(text, start + 1, end, looks) !== undefined;
}
