import { forms } from '../../generated/forms';
import { label } from '../explain/escape';
import type { Container, LogOutline } from '../record';
import { allRecords, type LogCounts } from './counts';

const NO_LOG = 'not a CloudTrail log';
const LONGEST_KIND = 120;
/** Forms whose words are about records of CloudTrail, and in which WorkMail's own logs stand, too. */
const OF_CLOUDTRAIL: ReadonlySet<string> = new Set(['json-lines', 'single', 'array', 'concatenated', 'other']);
const OWN_LOG = 'a log that WorkMail itself writes';

/** How a log wraps its records, in a few words without an article. */
export function containerText(container: Container): string {
  return Object.hasOwn(forms, container) ? (forms[container]?.words ?? NO_LOG) : NO_LOG;
}

/**
 * The same for a name that came from somewhere else, such as a thread or a file.
 *
 * @param counts of the log: one that holds nothing but records of WorkMail's own is not said to be of CloudTrail
 */
export function formText(container: string, counts?: LogCounts): string {
  const own = counts?.own ?? 0;
  if (counts !== undefined && own > 0 && own === allRecords(counts) && OF_CLOUDTRAIL.has(container)) return OWN_LOG;
  return Object.hasOwn(forms, container) || container === 'none' ? containerText(container) : container;
}

/** What a log is in a few words, as a label: the name of its form, or where in it the events stand. Begins in a capital letter. */
export function formName({ container, kind }: Pick<LogOutline, 'container' | 'kind'>): string {
  // Keys of the log may be a part of its kind.
  const words = kind === undefined ? containerText(container) : label(kind, LONGEST_KIND);
  const form = Object.hasOwn(forms, container) ? forms[container] : undefined;
  // The name of a command stays as it is typed.
  return form?.isName === true ? words : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/**
 * What was read and what was found in it, as one sentence.
 *
 * @param unasked records that do not answer the question that was asked, and are not in the counts
 */
export function statusText(
  { container, kind, advice }: Pick<LogOutline, 'container' | 'kind' | 'advice'>,
  counts: LogCounts,
  unasked = 0,
): string {
  if (advice !== undefined && kind !== undefined) {
    const what = `No CloudTrail event can be read here: this looks like ${kind}.`;
    // There a problem says what to do; it is not said twice.
    return container === 'unreadable' ? what : `${what} ${advice}`;
  }
  if (container === 'none')
    return kind === undefined ? 'Not a CloudTrail log.' : `Not a CloudTrail log: this is ${kind}.`;
  const { workmail, malformed, other, own = 0 } = counts;
  const form = Object.hasOwn(forms, container) ? forms[container] : undefined;
  const what = formName({ container, kind });
  const all = allRecords(counts);
  const left =
    unasked === 0 ? '' : `${unasked} ${unasked === 1 ? 'record does' : 'records do'} not answer the question.`;
  if (all === 0) return left === '' ? `${what} without records.` : `${what}: ${left}`;
  const noun = form?.holds === 'records' ? 'record' : 'event';
  const howMany = container === 'single' ? '' : `, ${all} ${noun}${all === 1 ? '' : 's'}`;
  const parts = [
    workmail > 0 ? `${workmail} of WorkMail` : '',
    malformed > 0 ? `${malformed} malformed` : '',
    other > 0 ? `${other} of other services` : '',
    own > 0 && own < all ? `${own} of WorkMail's own logs` : '',
  ].filter((part) => part !== '');
  const partial = form?.lacks;
  const ending = partial === undefined ? '' : ` (${partial})`;
  const ofThem = parts.length === 0 ? '' : `: ${parts.join(', ')}`;
  return `${what}${howMany}${ofThem}${ending}.${left === '' ? '' : ` ${left}`}`;
}
