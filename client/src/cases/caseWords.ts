import type { Uri } from 'vscode';
import { labelText, type ManifestChange, type SavedCase, type SavedPlace } from '../../../server/src/wire/protocol';

/** What of a case is where it says. */
export interface Reach {
  readonly places: readonly (SavedPlace & { readonly uri: Uri })[];
  /** Lists of names. */
  readonly names: readonly Uri[];
  /** Places and lists that are not there, or that a case may not lead to. */
  readonly missing: readonly string[];
}

/** A message with more below it. */
export interface Told {
  readonly message: string;
  readonly detail: string;
}

/** So many of one kind are named; a dialog has room for no more. */
const MOST = 8;
const LONGEST = 120;

/** What opening a case will do, before it is done. */
export function openingWords(
  { saved, tool, filter, notes, entries }: SavedCase,
  { places, names, missing }: Reach,
): Told {
  const lines = [
    named('It opens', places),
    names.length === 0 ? '' : `${counted(names.length, 'list')} of names is read.`.replace(/(s of names) is/, '$1 are'),
    missing.length === 0 ? '' : `Not where the case says: ${few(missing)}.`,
    filter === '' ? 'No filter: all events are shown.' : `Filter: ${labelText(filter, LONGEST)}`,
    notes.length === 0 ? '' : `Notes on events that are added to those here: ${notes.length}.`,
    entries.length === 0 ? '' : `Conclusions and notes on questions that are added to those here: ${entries.length}.`,
  ];
  const when = `${saved.slice(0, 16).replace('T', ' ')} UTC`;
  return {
    message: `Open the case that was saved ${when} with ${labelText(tool, LONGEST)}?`,
    detail: lines.filter((line) => line !== '').join('\n'),
  };
}

/** What is different from what the case was saved on. @param changes undefined where nobody waited for it */
export function changedWords(changes: readonly ManifestChange[] | undefined): Told {
  if (changes === undefined)
    return { message: 'The case is open. Whether its logs have changed was not found out.', detail: '' };
  if (changes.length === 0)
    return {
      message: 'The case is open. Its logs are those that it was saved on: their hashes are the same.',
      detail: '',
    };
  const lines = changes.slice(0, MOST).map(({ change, file, from }) => {
    const before = from === undefined ? '' : `, before ${labelText(from, LONGEST)}`;
    return `${change}: ${labelText(file, LONGEST)}${before}`;
  });
  const left = changes.length - lines.length;
  return {
    message: `The case is open, but ${counted(changes.length, 'file')} ${changes.length === 1 ? 'is' : 'are'} not as it was saved.`,
    detail: [...lines, ...(left > 0 ? [`and ${left} more.`] : [])].join('\n'),
  };
}

/** What was not simply added. */
export function openedWords(counts: {
  readonly otherNotes: number;
  readonly replaced: number;
  readonly missing: number;
}): string {
  const { otherNotes, replaced, missing } = counts;
  return [
    otherNotes === 0 ? '' : `${counted(otherNotes, 'event')} had another note here, which stays.`,
    replaced === 0 ? '' : `${counted(replaced, 'text')} on questions gave way to a later one of the case.`,
    missing === 0 ? '' : `${counted(missing, 'place')} or lists of names were not there.`,
  ]
    .filter((line) => line !== '')
    .join(' ');
}

function named(verb: string, places: Reach['places']): string {
  return places.length === 0 ? 'It opens no log.' : `${verb}: ${few(places.map(({ place }) => place))}.`;
}

function few(texts: readonly string[]): string {
  const shown = texts.slice(0, MOST).map((text) => labelText(text, LONGEST));
  const left = texts.length - shown.length;
  return `${shown.join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
