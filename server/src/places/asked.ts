import { type EventRecord, eventRow, type FieldOrder, matches, parseQuestion } from '../core/index';
import type { ScanRequest } from '../host/logFiles';

/** No service is called so: events are told from their rows, and none is wanted as a whole. */
export const NO_SERVICE = 'none';

/** What a scan asks of every record, as plain data that crosses to threads. */
export type ScanQuestion = Pick<ScanRequest, 'service' | 'window' | 'where' | 'keepsRows'> & WithOrders;

/** What lines of values without the names of their fields are read with. */
interface WithOrders {
  /** That calls in other logs have told; absent: none. */
  readonly orders?: readonly FieldOrder[];
}

/** The same, ready to be asked of the records of one file. */
export interface Asked extends Pick<ScanRequest, 'service' | 'window'>, WithOrders {
  /** Whether a record answers the question; absent: nothing is asked, and all of them do. */
  readonly answers?: RecordTest;
}

/** @param text makes the text of the record as its log has it */
export type RecordTest = (record: EventRecord, text: () => string) => boolean;

/**
 * Reads what is asked, once for all files; what it gives is asked for each file by its name, which questions can ask for, too.
 *
 * @throws for a question with a problem: it comes from `printQuestion`
 */
export function askedOf({ where, ...others }: ScanQuestion): (file: string) => Asked {
  if (where === undefined) return () => others;
  const { question, problems } = parseQuestion(where);
  const [problem] = problems;
  if (problem !== undefined) throw new Error(`The question ${where} can't be read: ${problem.message}`);
  const test = matches(question);
  return (file) => ({ ...others, answers: (record, raw) => test({ ...eventRow(record, file), raw }) });
}
