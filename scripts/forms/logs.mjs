/** The three events as a log, and small changes of them, that several forms begin with. */
import { events } from './events.mjs';

/** @typedef {import('./events.mjs').Event} Event */

/** A log as CloudTrail delivers it: on one line. */
export const records = () => JSON.stringify({ Records: events() });

/** The same on many lines, without a line end at the end. */
export const prettyRecords = () => JSON.stringify({ Records: events() }, null, 2);

/**
 * The event with another display name, if it has one.
 *
 * @param {Event} event
 * @param {string} displayName
 * @returns {Event}
 */
export function withName(event, displayName) {
  if (event.eventName !== 'CreateUser') return event;
  return { ...event, requestParameters: { ...event.requestParameters, displayName } };
}

/** @param {Event} event its time with a space and without a zone */
export const spaced = (event) => event.eventTime.replace('T', ' ').replace('Z', '');

/**
 * A value as the cell of a table.
 *
 * @param {unknown} value
 */
export const cell = (value) =>
  typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value);
