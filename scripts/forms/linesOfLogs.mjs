/** The lines of the logs that stand below something on every line. */
import { events } from './events.mjs';
import { json, lines } from './form.mjs';

const log = () => JSON.stringify({ Records: events() }, null, 2).split('\n');

/**
 * The lines of a pretty-printed log, each changed.
 *
 * @param {(line: string, number: number) => string} change
 */
export const eachLine = (change) => lines(log().map((line, index) => change(line, index + 1)));

/**
 * One event a line, each changed.
 *
 * @param {(line: string, event: import('./events.mjs').Event, index: number) => string} change
 */
export const eachEvent = (change) => lines(events().map((event, index) => change(json(event), event, index)));
