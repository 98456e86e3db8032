import { commands, Disposable, window } from 'vscode';
import type { EventSort } from '../../../server/src/wire/protocol';
import { activeLog } from '../logs/activeLog';
import type { LogDocuments } from '../logs/logDocuments';
import type { EventsModel } from './model';
import type { RevealEvent } from './revealEvent';

type Direction = 'next' | 'previous';

/** The commands, by what they go to. */
const commandIds: readonly (readonly [id: string, sort: EventSort, direction: Direction])[] = [
  ['nextFailedEvent', 'failed', 'next'],
  ['previousFailedEvent', 'failed', 'previous'],
  ['nextMalformedEvent', 'malformed', 'next'],
  ['previousMalformedEvent', 'malformed', 'previous'],
  ['nextNotableEvent', 'notable', 'next'],
  ['previousNotableEvent', 'notable', 'previous'],
];

/**
 * From one event that matters to the next, as F8 goes from problem to problem, but in the order they happened and over all that the
 * Events view shows: a trail writes a log for each few minutes, in no order of time. It ends with the last one, since what comes
 * behind that has not happened yet.
 */
export function registerNextEvent(model: EventsModel, logs: LogDocuments, reveal: RevealEvent): Disposable {
  return Disposable.from(
    ...commandIds.map(([id, sort, direction]) =>
      commands.registerCommand(`workmailTrail.${id}`, () => go(model, logs, reveal, sort, direction)),
    ),
  );
}

async function go(
  model: EventsModel,
  logs: LogDocuments,
  reveal: RevealEvent,
  sort: EventSort,
  direction: Direction,
): Promise<void> {
  const isInLog = activeLog(logs) !== undefined;
  const editor = window.activeTextEditor;
  const event = await model.beside(sort, direction, isInLog ? editor : undefined);
  if (event === undefined || event === null) {
    await window.showInformationMessage(noneWords(sort, direction, isInLog, model.where !== undefined));
  } else {
    await reveal(event, 'follows');
  }
}

/** Why nothing is shown. */
export function noneWords(sort: EventSort, direction: Direction, isInLog: boolean, isFiltered: boolean): string {
  const side = !isInLog ? '' : direction === 'next' ? 'later ' : 'earlier ';
  const meaning = sort === 'notable' ? ' (of high or critical weight)' : '';
  const filter = isFiltered ? ', as it is filtered' : '';
  return `The Events view shows no ${side}${sort} event${meaning}${filter}.`;
}
