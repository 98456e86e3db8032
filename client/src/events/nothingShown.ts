import type { EventGroups, InspectedPlace } from '../../../server/src/wire/protocol';
import { events, number } from './words';

/** What logs and folders without WorkMail events hold, for the line above a tree without them, and what to do about it. */
export function nothingShown({ logs, others, places }: EventGroups): string {
  if (logs.length === 0 && places.length === 0) {
    return 'No CloudTrail log is open.';
  }
  if (places.some(({ state }) => state === 'reading')) {
    return '';
  }
  const folders = places.filter(({ isFolder }) => isFolder);
  // A file that was inspected is a log that has a tab, only too large for VS Code to hand on.
  const open = logs.length + places.length - folders.length;
  if (folders.length > 0) {
    return open > 0 ? nothingAnywhere(others) : nothingInFolders(folders, others);
  }
  if (others === 0) {
    const where = open === 1 ? 'the open log' : `the ${number(open)} open logs`;
    return `No event can be read in ${where}. If something is in the way, the Problems panel says what, and what to do.`;
  }
  const who = open === 1 ? 'The open log holds' : `The ${number(open)} open logs hold`;
  return `${who} ${events(others)} of other services and none of WorkMail.`;
}

function nothingInFolders(folders: readonly InspectedPlace[], others: number): string {
  const read = folders.reduce((sum, place) => sum + place.read + place.partly, 0);
  const which = folders.length === 1 ? 'of the folder' : 'of each folder';
  const report = `The scan report ${which} says what became of every file.`;
  if (read === 0) {
    return `No log was read in ${folders.length === 1 ? 'the folder' : `the ${number(folders.length)} folders`}. ${report}`;
  }
  const records = folders.reduce((sum, place) => sum + place.records, 0);
  const seen = `${counted(read, 'log')} with ${counted(records, 'record')} ${read === 1 ? 'was' : 'were'} read`;
  const found = others === 0 ? 'none is of WorkMail' : `${events(others)} of other services and none of WorkMail`;
  return `${seen}${others === 0 ? ', and' : ':'} ${found}. ${report} ${regions}`;
}

const regions = 'WorkMail writes its events in us-east-1, us-west-2 and eu-west-1 only.';

function nothingAnywhere(others: number): string {
  return others === 0
    ? 'No event can be read in what is open and inspected. The Problems panel and the scan report of the folder say why.'
    : `What is open and inspected holds ${events(others)} of other services and none of WorkMail.`;
}

function counted(count: number, what: string): string {
  return `${number(count)} ${what}${count === 1 ? '' : 's'}`;
}
