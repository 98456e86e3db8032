/** What a file of the corpus is and what must be found in it. */
import { events, names } from './events.mjs';

/**
 * `problems`: nothing may be accused. `atMostOneNote`: at most one problem for the layer around the events, none an error.
 * `named`: saying what the file is and what to do is enough; whoever reads the events must read these. `silent`: not a log.
 * `mayBeMalformed`: the events may count as malformed as well, because their own text is not JSON as it stands.
 *
 * @typedef {object} Expected
 * @property {number} events
 * @property {readonly string[]} names
 * @property {number} malformed
 * @property {readonly string[]} [eventIDs]
 * @property {readonly string[]} [eventTimes]
 * @property {{ errors: 0, warnings: 0 }} [problems]
 * @property {true} [atMostOneNote]
 * @property {true} [named]
 * @property {true} [silent]
 * @property {true} [mayBeMalformed]
 */
/** @typedef {{ file: string, what: string, who: string, content: string | Uint8Array, expected: Expected }} Form */

/** @type {Pick<Expected, 'problems'>} */
const sound = { problems: { errors: 0, warnings: 0 } };

/** @type {Expected} */
const nothing = { events: 0, names: [], malformed: 0 };

/**
 * What is found of some of the three events.
 *
 * @param {readonly number[]} which
 * @returns {Expected}
 */
export function found(which = [0, 1, 2]) {
  const some = events().filter((_, index) => which.includes(index));
  return {
    events: some.length,
    names: names.filter((_, index) => which.includes(index)),
    malformed: 0,
    eventIDs: some.map(({ eventID }) => eventID),
    eventTimes: some.map(({ eventTime }) => eventTime),
  };
}

/**
 * A whole form of which nothing may be accused.
 *
 * @param {string} file
 * @param {string} who
 * @param {string} what
 * @param {string | Uint8Array} content
 * @param {Expected} [expected]
 * @returns {Form}
 */
export function whole(file, who, what, content, expected = found()) {
  return { file, who, what, content, expected: { ...expected, ...sound } };
}

/**
 * A text around or between the events, for which one note is fair.
 *
 * @param {string} file
 * @param {string} who
 * @param {string} what
 * @param {string | Uint8Array} content
 * @param {Expected} [expected]
 * @returns {Form}
 */
export function layered(file, who, what, content, expected = found()) {
  return { file, who, what, content, expected: { ...expected, atMostOneNote: true } };
}

/**
 * Lines that were broken in the middle of texts, so that every event is malformed until the breaks are taken out.
 *
 * @param {string} file
 * @param {string} who
 * @param {string} what
 * @param {string} content
 * @param {Expected} [expected]
 * @returns {Form}
 */
export function wrapped(file, who, what, content, expected = found()) {
  return { file, who, what, content, expected: { ...expected, malformed: expected.events } };
}

/**
 * Events that are whole, between marks that JSON forbids and that may be called errors.
 *
 * @param {string} file
 * @param {string} who
 * @param {string} what
 * @param {string} content
 * @returns {Form}
 */
export function loose(file, who, what, content) {
  return { file, who, what, content, expected: found() };
}

/**
 * Events whose own text was changed so that it is not JSON, all in the same way.
 *
 * @param {string} file
 * @param {string} who
 * @param {string} what
 * @param {string} content
 * @param {Expected} [expected]
 * @returns {Form}
 */
export function bent(file, who, what, content, expected = found()) {
  return { file, who, what, content, expected: { ...expected, atMostOneNote: true, mayBeMalformed: true } };
}

/**
 * A form that may be named in place of being read.
 *
 * @param {string} file
 * @param {string} who
 * @param {string} what
 * @param {string | Uint8Array} content
 * @param {Expected} [expected]
 * @returns {Form}
 */
export function named(file, who, what, content, expected = found()) {
  return { file, who, what, content, expected: { ...expected, ...sound, named: true } };
}

/**
 * A file that is no log, and of which nothing is said.
 *
 * @param {string} file
 * @param {string} who
 * @param {string} what
 * @param {string} content
 * @returns {Form}
 */
export function silent(file, who, what, content) {
  return { file, who, what, content, expected: { ...nothing, silent: true } };
}

/**
 * Without some of what is expected, where the form does not tell it.
 *
 * @param {Expected} expected
 * @param {readonly ('eventIDs' | 'eventTimes')[]} keys
 * @returns {Expected}
 */
export function without(expected, keys) {
  return /** @type {Expected} */ (
    Object.fromEntries(Object.entries(expected).filter(([key]) => !keys.some((each) => each === key)))
  );
}

/**
 * JSON on one line.
 *
 * @param {unknown} value
 */
export const json = (value) => JSON.stringify(value);

/**
 * JSON on many lines, with the line end of files.
 *
 * @param {unknown} value
 */
export const pretty = (value, indent = 2) => `${JSON.stringify(value, null, indent)}\n`;

/** @param {readonly string[]} some */
export const lines = (some) => some.map((line) => `${line}\n`).join('');

/** @param {readonly unknown[]} values */
export const jsonLines = (values) => lines(values.map(json));

/** @param {string} text */
export const crlf = (text) => text.replaceAll('\n', '\r\n');

export const BOM = '\uFEFF';
