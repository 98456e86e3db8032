import { stepsOver } from '../layers/layersOf';
import { recognize, TELLING_OF_EVENTS } from '../recognize';

/** What holds events in exports of CloudTrail's history, beside the names of their fields. */
const TELLING = [...TELLING_OF_EVENTS, 'CloudTrailEvent'];

/** Whether a text may hold a part of a CloudTrail event. */
export function mayBePartOfEvent(text: string): boolean {
  return TELLING.some((name) => text.includes(name));
}

/** Whether `analyze` reads a text as records of WorkMail's own logs, a line each. */
export function areOwnLines(text: string): boolean {
  if (stepsOver(text) !== undefined) return false;
  const found = recognize(text);
  return found.kind === 'own' && found.how === 'lines';
}

/** So much is enough to ask whether something lies over a text that holds no part of an event. */
export const HEAD_OF_LINES = 20_001;

/**
 * The same for a text of which it is known that each line is a flat object of known fields, the first one a record, that no field is called
 * like a column of a table of events, and that no part of an event stands in it.
 *
 * @param head its first characters: `HEAD_OF_LINES`, or all
 */
export function areOwnFlatLines(head: string): boolean {
  return stepsOver(head) === undefined;
}
