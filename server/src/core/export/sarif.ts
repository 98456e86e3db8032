import type { Rule, Severity } from '../check/rule';
import { strictJson } from '../explain/escape';
import type { Finding } from '../investigate/questions/answer';
import type { InquiryFile, InquiryId } from '../investigate/questions/inquiry';

/** A place in a log: lines and characters from 0 in UTF-16 units, as editors have them, or characters alone. */
export type SarifPlace = { readonly file: string } & (
  | { readonly range: SarifRange }
  | { readonly start: number; readonly end: number }
);

interface SarifRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** A problem of a log, with what the rule table says of its code. */
export interface SarifProblem {
  readonly rule: Pick<Rule, 'code' | 'name' | 'title'>;
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: string;
  readonly place: SarifPlace;
}

/** Places beside the first that a result names. */
const MOST_RELATED = 100;

/**
 * Problems of logs and findings in them as a SARIF 2.1.0 log, a piece at a time: there may be a million problems.
 *
 * Make one, write `head()`, what `problem` and `finding` give, and `tail()`.
 */
export class SarifText {
  readonly #rules = new Map<string, object>();
  readonly #version: string;
  readonly #nameOf: (file: string) => string;
  #isFirst = true;

  /**
   * @param version of the program
   * @param nameOf the path of a log as rows of events name it
   */
  constructor(version: string, nameOf: (file: string) => string = (file) => file) {
    this.#version = version;
    this.#nameOf = nameOf;
  }

  head(): string {
    return '{"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json","version":"2.1.0","runs":[{"results":[';
  }

  problem({ rule, severity, message, place }: SarifProblem): string {
    const { code, name, title } = rule;
    if (!this.#rules.has(code)) this.#rules.set(code, { id: code, name, shortDescription: { text: title } });
    return this.#result({
      ruleId: code,
      level: LEVEL_OF_SEVERITY[severity],
      message: { text: message },
      locations: [locationOf(place)],
    });
  }

  finding(id: InquiryId, { title, question }: Pick<InquiryFile, 'title' | 'question'>, finding: Finding): string {
    const { kind, weight, summary, acts } = finding;
    if (!this.#rules.has(id))
      this.#rules.set(id, { id, shortDescription: { text: title }, fullDescription: { text: question } });
    const places = acts
      .slice(0, MOST_RELATED + 1)
      .map(({ row: { file, start, end } }) => locationOf({ file: this.#nameOf(file), start, end }));
    const left = acts.length - places.length;
    return this.#result({
      ruleId: id,
      level: LEVEL_OF_WEIGHT[weight],
      message: { text: left > 0 ? `${summary} (${left} more of its events are not named here.)` : summary },
      locations: places.slice(0, 1),
      ...(places.length > 1 && { relatedLocations: places.slice(1) }),
      properties: { kind, weight, eventIDs: acts.slice(0, MOST_RELATED + 1).map(({ row }) => row.eventID) },
    });
  }

  /** @param isIncomplete something that should have been read could not be */
  tail(isIncomplete: boolean): string {
    const driver = { name: 'WorkMail Trail', version: this.#version, rules: Array.from(this.#rules.values()) };
    const rest = {
      tool: { driver },
      columnKind: 'utf16CodeUnits',
      invocations: [{ executionSuccessful: !isIncomplete }],
    };
    return `],${jsonOf(rest).slice(1)}]}\n`;
  }

  #result(result: object): string {
    const comma = this.#isFirst ? '' : ',';
    this.#isFirst = false;
    return `${comma}\n${jsonOf(result)}`;
  }
}

const LEVEL_OF_SEVERITY = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;
const LEVEL_OF_WEIGHT = { critical: 'error', high: 'error', medium: 'warning', low: 'note', info: 'note' } as const;

function locationOf(place: SarifPlace): object {
  const region =
    'range' in place
      ? {
          startLine: place.range.start.line + 1,
          startColumn: place.range.start.character + 1,
          endLine: place.range.end.line + 1,
          endColumn: place.range.end.character + 1,
        }
      : { charOffset: place.start, charLength: place.end - place.start };
  return { physicalLocation: { artifactLocation: { uri: uriOf(place.file) }, region } };
}

/** The name of a file as a reference: what a reference gives a meaning to is escaped, slashes are not. */
function uriOf(file: string): string {
  const slashed = /^[a-z]:\\|^\\\\/i.test(file) ? `/${file.replaceAll('\\', '/')}` : file;
  const escaped = slashed.split('/').map(escapedStep).join('/');
  return slashed.startsWith('/') ? `file://${escaped}` : escaped;
}

function escapedStep(step: string): string {
  // Half of a pair has no escape.
  return encodeURIComponent(step.replace(/\p{Cs}/gu, '\ufffd'));
}

function jsonOf(value: object): string {
  return strictJson(JSON.stringify(value));
}
