import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './projectRoot';

/**
 * A form in which people meet events, and what must be found in the file that holds it. Where none of `problems`,
 * `atMostOneNote` and `silent` is said, the JSON itself is broken, and any problem is fair.
 */
export interface FormCase {
  /** Name of the file in `test/fixtures/forms`. */
  readonly file: string;
  /** The form in words. */
  readonly what: string;
  /** The tool, service or habit that makes it. */
  readonly who: string;
  /** How many records must be listed, of any service. */
  readonly events: number;
  /** The names of the WorkMail actions among them, in the order of the text. */
  readonly names: readonly string[];
  readonly malformed: number;
  /** Absent where the form does not tell them. */
  readonly eventIDs?: readonly string[];
  /** As CloudTrail would write them; absent where the form does not tell them. */
  readonly eventTimes?: readonly string[];
  /** Nothing may be accused: hints and information are free. */
  readonly problems?: { readonly errors: 0; readonly warnings: 0 };
  /** One problem for the whole layer around the events is fair, if it is no error. */
  readonly atMostOneNote?: true;
  /** It is enough to say what the file is, in place of reading it. */
  readonly named?: true;
  /** The events may count as malformed as well: their own text is not JSON as it stands. */
  readonly mayBeMalformed?: true;
  /** No log at all: no record, no problem. */
  readonly silent?: true;
}

const folder = (): string => path.join(projectRoot(), 'test', 'fixtures', 'forms');

/** Every form of the corpus; `scripts/forms.mjs` writes it. */
export function formCases(): readonly FormCase[] {
  return JSON.parse(readFileSync(path.join(folder(), 'expected.json'), 'utf8'));
}

/** The text of a form, decoded as an editor does: without a byte order mark, and UTF-16 where the mark says so. */
export function textOf({ file }: FormCase): string {
  const bytes = readFileSync(path.join(folder(), file));
  return new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);
}
