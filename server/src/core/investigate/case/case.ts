import { byText } from '../order';
import { joinedSketch, type Sketch } from './sketch';

/** What somebody has found out about some logs: conclusions, notes, and which questions are settled. */
export interface Case {
  readonly sketch: Sketch;
  /** By question and id, each once. */
  readonly entries: readonly CaseEntry[];
}

/** Something that was written on a question. Texts are those of whoever wrote them. */
export interface CaseEntry {
  /** The id of the inquiry; one that this version does not know is kept as well. */
  readonly question: string;
  /** `conclusion` and `settled`, of which a question has one each, else the id of a note. Notes stand in the order of their ids. */
  readonly id: string;
  /** Empty where it was taken away. */
  readonly text: string;
  /** When it was written, in UTC: `2026-05-18T08:12:03.120Z`. Of two with one question and id the later one counts. */
  readonly written: string;
}

/** What stands on one question. */
export interface QuestionNotes {
  readonly isSettled: boolean;
  /** Empty where there is none. */
  readonly conclusion: string;
  readonly notes: readonly QuestionNote[];
}

export interface QuestionNote {
  readonly id: string;
  readonly text: string;
}

export const CONCLUSION = 'conclusion';
export const SETTLED = 'settled';
/** The text of `settled`. */
export const YES = 'yes';

/** The id of a note. @param random tells it from one that another window writes at the same time */
export function noteId(now: number, random: string): string {
  return `note ${new Date(now).toISOString()} ${random}`;
}

/** What stands on a question in a case. */
export function notesOn(known: Case | undefined, question: string): QuestionNotes {
  const own = known?.entries.filter((entry) => entry.question === question && entry.text !== '') ?? [];
  return {
    isSettled: own.some(({ id }) => id === SETTLED),
    conclusion: own.find(({ id }) => id === CONCLUSION)?.text ?? '',
    notes: own.filter(({ id }) => id !== SETTLED && id !== CONCLUSION).map(({ id, text }) => ({ id, text })),
  };
}

/** All that two windows know of one case; the same whichever is named first. */
export function mergedCases(one: Case, other: Case): Case {
  const entries = new Map<string, CaseEntry>();
  for (const entry of [...one.entries, ...other.entries]) {
    const key = keyOf(entry);
    const known = entries.get(key);
    if (known === undefined || isLater(entry, known)) entries.set(key, entry);
  }
  return { sketch: joinedSketch(one.sketch, other.sketch), entries: Array.from(entries.values()).sort(inOrder) };
}

/**
 * A case in which something is written, in place of what stood there.
 *
 * @param now in milliseconds since 1970: a clock that is behind does not make it older than what it replaces
 */
export function writtenIn(known: Case, entry: Omit<CaseEntry, 'written'>, now: number): Case {
  const before = known.entries.find((each) => keyOf(each) === keyOf(entry));
  const time = before === undefined ? now : Math.max(now, Date.parse(before.written) + 1);
  return mergedCases(known, { sketch: [], entries: [{ ...entry, written: new Date(time).toISOString() }] });
}

/** What an entry is of. */
export function keyOf({ question, id }: Pick<CaseEntry, 'question' | 'id'>): string {
  return JSON.stringify([question, id]);
}

/** Of one moment the text decides, so that every window takes the same. */
function isLater(entry: CaseEntry, known: CaseEntry): boolean {
  return (byText(entry.written, known.written) || byText(entry.text, known.text)) > 0;
}

function inOrder(left: CaseEntry, right: CaseEntry): number {
  return byText(left.question, right.question) || byText(left.id, right.id);
}
