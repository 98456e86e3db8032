import { type InspectedPlace, labelText, pathText } from '../../../server/src/wire/protocol';
import { number } from '../events/words';
import type { Verdict } from '../integrity/verdicts';

/**
 * What is said of a file or folder that is read from disk. Names of files are as much a stranger's pen as values of a log,
 * so all of them go through `labelText`.
 */

/**
 * `2 logs changed · 312 WorkMail events · 20,000 files`, the first where it was verified; while it is read, which the icon shows, `312 WorkMail events · 1,240 of 20,000 files`.
 * What matters most comes first: a narrow view cuts off the end.
 */
export function placeDescription(place: InspectedPlace, verdict?: Verdict): string {
  const { state, isFolder, found, records } = place;
  if (state === 'failed') {
    return 'cannot be read';
  }
  const all = isFolder ? files(found) : `${number(records)} records`;
  const howMuch = state === 'complete' || !isFolder ? all : filesWords(place);
  const words = [verdict?.words ?? '', eventsWords(place), howMuch, daysWords(place)]
    .filter((word) => word !== '')
    .join(' · ');
  return state === 'partial' ? `stopped: ${words}` : words;
}

/** How far the reading of a place is, for a notification: `1,240 of 20,000 files · 312 WorkMail events`. */
export function progressWords(place: InspectedPlace): string {
  return `${place.isFolder ? filesWords(place) : `${number(place.records)} records`} · ${eventsWords(place)}`;
}

/** A place in full, for a tooltip and for a screen reader. */
export function placeSentence(place: InspectedPlace, verdict?: Verdict): string {
  const { isFolder, uri, state, skipped, partly, records, reasons } = place;
  const what = isFolder ? 'Inspected folder' : 'Log on disk';
  const days = daysWords(place);
  const words = [
    `${what} ${labelText(pathText(uri), 500)}: ${stateWords(place)}${days === '' ? '' : `, ${days}`}.`,
    verdict === undefined ? '' : `Verified by its digests: ${verdict.words}.`,
    state === 'failed' ? '' : `${number(records)} records, ${eventsWords(place)}.`,
    state === 'partial' ? 'It was stopped before everything was read, so events may be missing.' : '',
    isFolder && partly > 0 ? `${files(partly)} could be read only in part.` : '',
    isFolder && skipped > 0 ? `${files(skipped)} skipped: the scan report says why.` : '',
    ...reasons.map((reason) => sentence(labelText(reason, 300))),
  ];
  return words.filter((word) => word !== '').join(' ');
}

function stateWords(place: InspectedPlace): string {
  const { state, isFolder, found, records } = place;
  switch (state) {
    case 'failed':
      return 'cannot be read';
    case 'reading':
      return isFolder ? `reading ${filesWords(place)}` : `reading, ${number(records)} records so far`;
    case 'partial':
      return isFolder ? `stopped after ${filesWords(place)}` : 'stopped before it was read';
    case 'complete':
      return isFolder ? files(found) : `${number(records)} records`;
  }
}

/** `1,240 of 20,000 files` */
function filesWords({ read, partly, skipped, found }: InspectedPlace): string {
  return `${number(read + partly + skipped)} of ${files(found)}`;
}

function eventsWords({ state, workmail, own = 0 }: InspectedPlace): string {
  if (state === 'failed') {
    return '';
  }
  const events = workmail === 1 ? '1 WorkMail event' : `${number(workmail)} WorkMail events`;
  if (own === 0) return events;
  const records = `${number(own)} ${own === 1 ? 'record' : 'records'} of WorkMail’s own logs`;
  return workmail === 0 ? records : `${events} · ${records}`;
}

/** `2026-03-01 to 2026-03-07`, `since 2026-03-01`; empty where every day was asked for. */
function daysWords({ since, until }: Pick<InspectedPlace, 'since' | 'until'>): string {
  if (since !== undefined && until !== undefined) {
    return since === until ? since : `${since} to ${until}`;
  }
  return since !== undefined ? `since ${since}` : until !== undefined ? `until ${until}` : '';
}

function files(count: number): string {
  return count === 1 ? '1 file' : `${number(count)} files`;
}

function sentence(words: string): string {
  const start = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return /[.!?]$/.test(start) ? start : `${start}.`;
}
