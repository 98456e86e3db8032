import { type LogForm, statusItemText } from '../../../server/src/wire/protocol';
import { events, number } from '../events/words';

/**
 * What the language status says of a log. Texts of the server are safe as labels; a language status makes links, too. VS Code
 * draws no more than some eighty characters of a row, and a row has no second line.
 */
export interface FormWords {
  /** `12 WorkMail events of 314 · CloudTrail log file` */
  readonly text: string;
  /** `2 malformed`; undefined for nearly all logs. */
  readonly detail: string | undefined;
  /** A row of its own: sentences on what was not read, then on what was taken off. Undefined for nearly all logs. */
  readonly notes: string | undefined;
  /** Something of the log was not read, or can't be. */
  readonly isWarning: boolean;
  /** All of it as sentences, for a screen reader. */
  readonly spoken: string;
}

/** How a log is read, in the words of the language status. */
export function formWords({ form, status, notes, records, ofWorkMail, malformed }: LogForm): FormWords {
  const lossesFirst = [...notes].sort((left, right) => Number(right.isLoss) - Number(left.isLoss));
  const sentences = lossesFirst.map(({ message }) => message).join(' ');
  return {
    text: statusItemText(`${howMany(records, ofWorkMail)} · ${form}`),
    detail: malformed > 0 ? `${number(malformed)} malformed` : undefined,
    notes: sentences === '' ? undefined : statusItemText(sentences),
    isWarning: notes.some(({ isLoss }) => isLoss),
    spoken: [status, sentences].join(' ').trim(),
  };
}

function howMany(records: number, ofWorkMail: number): string {
  if (records === 0) {
    return 'No events';
  }
  if (ofWorkMail === 0) {
    return `No WorkMail event among ${number(records)}`;
  }
  const found = events(ofWorkMail).replace(' ', ' WorkMail ');
  return ofWorkMail === records ? found : `${found} of ${number(records)}`;
}
