import { isObject } from '../../read/whole';
import type { JsonValue } from '../../record';
import { entriesIn, hasOnly, MOMENT, parsed, sketchIn } from './caseFile';
import {
  SAVED_FORMAT,
  SAVED_VERSION,
  type SavedCase,
  type SavedFile,
  type SavedNote,
  type SavedPlace,
} from './savedCase';

/** More is no case that a person has made. UTF-16 units of the file, and members of a list. */
export const LONGEST_CASE = 50_000_000;
const MOST_MEMBERS = 1_000_000;

/** What a reading found; undefined what is not of its form. */
type Read = { readonly [name in keyof SavedCase]: SavedCase[name] | undefined };

/**
 * Reads a case file: all of it, or nothing.
 *
 * @returns sentences that say what is wrong with it, where, and what to do
 */
export function readSavedCase(text: string): SavedCase | string {
  if (text.length > LONGEST_CASE) return `It is longer than ${LONGEST_CASE} characters, and no case is.`;
  const file = parsed(text);
  if (file === undefined) return `It is damaged: it is no JSON. ${COPY}`;
  if (!isObject(file) || file.format !== SAVED_FORMAT) return 'It is no case that was saved with Save Case….';
  if (file.version !== SAVED_VERSION)
    return 'It was saved by another version of WorkMail Trail, in a form that this one does not know. Open it with that version.';
  const read: Read = {
    saved: momentIn(file.saved),
    tool: textIn(file.tool),
    filter: textIn(file.filter),
    lastQuestions: listIn(file.lastQuestions, textIn),
    groupBy: listIn(file.groupBy, textIn),
    places: listIn(file.places, placeIn),
    files: listIn(file.files, fileIn),
    names: listIn(file.names, filledIn),
    notes: listIn(file.notes, noteIn),
    sketch: Array.isArray(file.sketch) && file.sketch.length === 0 ? [] : sketchIn(file.sketch),
    entries: listIn(file.entries, (value) => value) && entriesIn(file.entries),
  };
  const [wrong] = Object.entries(read).find(([, value]) => value === undefined) ?? [];
  if (wrong !== undefined) return `It is damaged: “${wrong}” is missing, or not as a case has it. ${COPY}`;
  if (!isWhole(read) || !hasOnly(file, ['$schema', 'format', 'version', 'about', ...Object.keys(read)]))
    return `It is damaged: it holds something that no case has. ${COPY}`;
  return read;
}

const COPY = 'Take a copy of it that is whole.';

function isWhole(read: Read): read is SavedCase {
  return Object.values(read).every((value) => value !== undefined);
}

function listIn<T>(
  value: JsonValue | undefined,
  memberIn: (member: JsonValue | undefined) => T | undefined,
): readonly T[] | undefined {
  if (!Array.isArray(value) || value.length > MOST_MEMBERS) return undefined;
  const members: T[] = [];
  for (const each of value) {
    const member = memberIn(each);
    if (member === undefined) return undefined;
    members.push(member);
  }
  return members;
}

function textIn(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function filledIn(value: JsonValue | undefined): string | undefined {
  return value === '' ? undefined : textIn(value);
}

function momentIn(value: JsonValue | undefined): string | undefined {
  const text = textIn(value);
  return text !== undefined && MOMENT.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

function placeIn(value: JsonValue | undefined): SavedPlace | undefined {
  if (!isObject(value) || !hasOnly(value, ['place', 'isFolder', 'since', 'until'])) return undefined;
  const { place, isFolder, since, until } = value;
  const days = [since, until].filter((day) => day !== undefined);
  if (!days.every((day) => typeof day === 'string' && DAY.test(day))) return undefined;
  if (typeof place !== 'string' || place === '' || typeof isFolder !== 'boolean') return undefined;
  return {
    place,
    isFolder,
    ...(typeof since === 'string' && { since }),
    ...(typeof until === 'string' && { until }),
  };
}

const SHA256 = /^[0-9a-f]{64}$/;

function fileIn(value: JsonValue | undefined): SavedFile | undefined {
  if (!isObject(value) || !hasOnly(value, ['file', 'sha256'])) return undefined;
  const { file, sha256 } = value;
  if (typeof file !== 'string' || file === '') return undefined;
  return sha256 === null || (typeof sha256 === 'string' && SHA256.test(sha256)) ? { file, sha256 } : undefined;
}

function noteIn(value: JsonValue | undefined): SavedNote | undefined {
  const names = ['text', 'eventID', 'place', 'index', 'eventTime', 'eventName', 'actor'];
  if (!isObject(value) || !hasOnly(value, names)) return undefined;
  const { index } = value;
  const [text, eventID, place, eventTime, eventName, actor] = [
    filledIn(value.text),
    textIn(value.eventID),
    filledIn(value.place),
    textIn(value.eventTime),
    textIn(value.eventName),
    textIn(value.actor),
  ];
  if (text === undefined || eventID === undefined || place === undefined) return undefined;
  if (eventTime === undefined || eventName === undefined || actor === undefined) return undefined;
  if (typeof index !== 'number' || !Number.isSafeInteger(index) || index < 0) return undefined;
  return { text, eventID, place, index, eventTime, eventName, actor };
}
