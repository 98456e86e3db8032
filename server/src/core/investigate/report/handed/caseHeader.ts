import { secondText } from '../../utcText';

/** What stands above a report that is handed over: the words of whoever hands it over, and how it was made. Empty texts are left out. */
export interface CaseHeader {
  readonly title: string;
  readonly author: string;
  /** Of a case, a ticket, a file. */
  readonly reference: string;
  /** When the report was made, in milliseconds since 1970. */
  readonly made: number;
  /** Name and version of the tool. */
  readonly tool: string;
  /** A zone in which the times of events are told as well, as the IANA calls it; absent: UTC alone. */
  readonly zone?: string;
  /** Values of the logs are pseudonyms. */
  readonly isRedacted?: boolean;
}

/** What a header says below its title, by name; texts are not escaped. */
export function headerFacts(header: CaseHeader): readonly (readonly [name: string, text: string])[] {
  const { author, reference, made, tool, zone, isRedacted = false } = header;
  const facts = [
    ['Reference', reference],
    ['Author', author],
    ['Made', `${secondText(made)} UTC`],
    ['Made with', tool],
    ['Times', zone === undefined ? 'UTC' : `UTC; those of Appendix C in ${zone} as well, with its offset`],
    ['Redacted', isRedacted ? REDACTED : ''],
  ] as const;
  return facts.filter(([, text]) => text !== '');
}

const REDACTED =
  'What tells of somebody is replaced by pseudonyms, the same value by the same one. So is an address: what is said of its range holds for the pseudonym. Whoever keeps the key can say what they stand for.';
