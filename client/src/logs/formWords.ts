import { type LogForm, statusItemText } from '../../../server/src/wire/protocol';
import { events, number } from '../events/words';

/**
 * What the language status says of a log. Texts of the server are safe as labels; a language status makes links, too. VS Code
 * draws no more than some eighty characters of a row, and a row has no second line.
 */
export interface FormWords {
  /** `CloudTrail 1.08 · 314 events · 12 WorkMail · 2 malformed` */
  readonly text: string;
  /** `CloudTrail log file` */
  readonly detail: string;
  /** A row of its own: sentences on what was not read, then on what was taken off. Undefined for nearly all logs. */
  readonly notes: string | undefined;
  /** Something of the log was not read, or can't be. */
  readonly isWarning: boolean;
  /** All of it as sentences, for a screen reader. */
  readonly spoken: string;
}

/** How a log is read, in the words of the language status. */
export function formWords(log: LogForm): FormWords {
  const { form, status, notes } = log;
  const lossesFirst = [...notes].sort((left, right) => Number(right.isLoss) - Number(left.isLoss));
  const sentences = lossesFirst.map(({ message }) => message).join(' ');
  return {
    text: statusItemText(['CloudTrail', ...versionOf(log)].join(' ') + howMany(log)),
    detail: statusItemText(form),
    notes: sentences === '' ? undefined : statusItemText(sentences),
    isWarning: notes.some(({ isLoss }) => isLoss),
    spoken: [status, sentences].join(' ').trim(),
  };
}

function versionOf({ eventVersion }: LogForm): readonly string[] {
  return eventVersion === undefined ? [] : [eventVersion];
}

function howMany({ records, ofWorkMail, malformed }: LogForm): string {
  if (records === 0) {
    return ' · no events';
  }
  const parts = [events(records), ofWorkMail === 0 ? 'no WorkMail' : `${number(ofWorkMail)} WorkMail`];
  if (malformed > 0) {
    parts.push(`${number(malformed)} malformed`);
  }
  return parts.map((part) => ` · ${part}`).join('');
}
