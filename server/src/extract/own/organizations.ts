import { organizationIn } from '../../core/read/own/ownReading';
import type { FlatLines } from './flatLines';

/** What the ARN of an organization says, as numbers of texts. */
export interface Organization {
  readonly region: number;
  readonly account: number;
  readonly id: number;
}

/** More are not remembered. */
const MOST_KNOWN = 1000;

/** Organizations by the number of the text of their ARN. Records of a log are of one. */
export class Organizations {
  readonly #lines: FlatLines;
  readonly #known = new Map<number, Organization>();

  #last: Organization | undefined;
  #lastArn = 0;

  constructor(lines: FlatLines) {
    this.#lines = lines;
  }

  of(arn: number): Organization {
    if (this.#last !== undefined && arn === this.#lastArn) return this.#last;
    this.#lastArn = arn;
    this.#last = this.#known.get(arn) ?? this.#made(arn);
    return this.#last;
  }

  #made(arn: number): Organization {
    const { region, account, organization } = organizationIn(this.#lines.textOf(arn));
    const made = {
      region: this.#lines.numberOf(region),
      account: this.#lines.numberOf(account),
      id: this.#lines.numberOf(organization),
    };
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(arn, made);
    return made;
  }
}
