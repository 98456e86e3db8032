import type { CaseEntry } from './case';
import type { Sketch } from './sketch';

/** All that somebody has of a case: what was looked at, how, and what was written on it. Texts are as they were written. */
export interface SavedCase {
  /** When it was saved, in UTC: `2026-05-18T08:12:03.120Z`. */
  readonly saved: string;
  /** Name and version of the tool. */
  readonly tool: string;
  /** The question that the tree was filtered by; empty for all events. */
  readonly filter: string;
  /** What else was asked of late, newest first. */
  readonly lastQuestions: readonly string[];
  /** What the tree was grouped by, as the names of fields. */
  readonly groupBy: readonly string[];
  readonly places: readonly SavedPlace[];
  /** Every file that was read, with what it held. */
  readonly files: readonly SavedFile[];
  /** Lists of names, as files. */
  readonly names: readonly string[];
  readonly notes: readonly SavedNote[];
  /** Of the logs whose questions the entries are on; empty where these hold nothing to be known by. */
  readonly sketch: Sketch;
  readonly entries: readonly CaseEntry[];
}

/** A log or a folder of logs. Wherever a file is named, it is by its way from the case file (`./logs/a.json`), else by its uri. */
export interface SavedPlace {
  readonly place: string;
  readonly isFolder: boolean;
  /** Days as `YYYY-MM-DD`, inclusive; an absent end is open. */
  readonly since?: string;
  readonly until?: string;
}

/** A file as it was. */
export interface SavedFile {
  readonly file: string;
  /** Of its bytes; null where they could not be read. */
  readonly sha256: string | null;
}

/** What was written on an event. */
export interface SavedNote {
  readonly text: string;
  /** Empty where the event has none: it is known by its place then. */
  readonly eventID: string;
  readonly place: string;
  readonly index: number;
  readonly eventTime: string;
  readonly eventName: string;
  readonly actor: string;
}

/** What tells the file from all others. */
export const SAVED_FORMAT = 'workmail-trail-saved-case';
export const SAVED_VERSION = 1;
const ABOUT =
  'A case of WorkMail Trail: which logs were looked at and what they held (SHA-256), how they were filtered, and what somebody wrote on them. Open it with "Open Case…". The logs are not in it.';

/** The text of a case file: JSON of the form of schemas/savedCase.json, one thing a line. */
export function savedCaseText(saved: SavedCase): string {
  const { saved: at, tool, filter, lastQuestions, groupBy, places, files, names, notes, sketch, entries } = saved;
  const members: readonly (readonly [name: string, json: string])[] = [
    ...Object.entries({ format: SAVED_FORMAT, version: SAVED_VERSION, about: ABOUT, saved: at, tool, filter }).map(
      ([name, value]) => [name, JSON.stringify(value)] as const,
    ),
    ['lastQuestions', linesOf(lastQuestions)],
    ['groupBy', JSON.stringify(groupBy)],
    ['places', linesOf(places)],
    ['files', linesOf(files)],
    ['names', linesOf(names)],
    ['notes', linesOf(notes)],
    ['sketch', JSON.stringify(sketch)],
    ['entries', linesOf(entries)],
  ];
  return `{\n${members.map(([name, json]) => `  ${JSON.stringify(name)}: ${json}`).join(',\n')}\n}\n`;
}

function linesOf(all: readonly unknown[]): string {
  return all.length === 0 ? '[]' : `[\n${all.map((each) => `    ${JSON.stringify(each)}`).join(',\n')}\n  ]`;
}
