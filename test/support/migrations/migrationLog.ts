import type { SeededNumbers } from '../seededNumbers';

export type Fields = Readonly<Record<string, unknown>>;

/** Who calls, as a record has it. */
export interface Caller {
  readonly userIdentity: Fields;
  readonly sourceIPAddress: string;
  readonly userAgent: string;
}

/** What a call says beyond who made it and what it is called. */
export interface Call {
  readonly request?: Fields | null;
  readonly response?: Fields | null;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly account?: string;
}

const READS = /^(?:Get|List|Describe|Search|Lookup|Head|Assume)/;

/** A log in the making, which knows of each event whether the thief made it. Times are milliseconds since 1970. */
export class MigrationLog {
  readonly events: Fields[] = [];
  readonly theft = new Set<string>();
  readonly #seeded: SeededNumbers;
  readonly #account: string;
  readonly #region: string;
  #isTheft = false;

  constructor(seeded: SeededNumbers, account: string, region: string) {
    this.#seeded = seeded;
    this.#account = account;
    this.#region = region;
  }

  /** Everything that is said in there is the theft's. */
  stealing(said: () => void): void {
    this.#isTheft = true;
    said();
    this.#isTheft = false;
  }

  say(
    time: number,
    { userIdentity, sourceIPAddress, userAgent }: Caller,
    service: string,
    name: string,
    call: Call = {},
  ): void {
    const eventID = uuid(this.#seeded);
    if (this.#isTheft) this.theft.add(eventID);
    const { request = null, response = null, errorCode, errorMessage, account = this.#account } = call;
    this.events.push({
      eventVersion: '1.09',
      userIdentity,
      eventTime: `${new Date(Math.round(time / 1000) * 1000).toISOString().slice(0, 19)}Z`,
      eventSource: `${service}.amazonaws.com`,
      eventName: name,
      awsRegion: this.#region,
      sourceIPAddress,
      userAgent,
      ...(errorCode === undefined ? {} : { errorCode, errorMessage: errorMessage ?? errorCode }),
      requestParameters: request,
      responseElements: response,
      requestID: uuid(this.#seeded),
      eventID,
      readOnly: READS.test(name),
      eventType: 'AwsApiCall',
      managementEvent: true,
      recipientAccountId: account,
      eventCategory: 'Management',
    });
  }
}

/** A call that IAM refused: its record has no parameters. */
export function refused({ userIdentity }: Caller, permission: string): Call {
  return {
    errorCode: 'AccessDenied',
    errorMessage: `User: ${userIdentity.arn} is not authorized to perform: ${permission} because no identity-based policy allows it`,
  };
}

export function hex(seeded: SeededNumbers, length: number): string {
  return Array.from({ length }, () => '0123456789abcdef'.charAt(seeded.between(0, 15))).join('');
}

export function capitals(seeded: SeededNumbers, length: number): string {
  return Array.from({ length }, () => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.charAt(seeded.between(0, 31))).join('');
}

export function uuid(seeded: SeededNumbers): string {
  return `${hex(seeded, 8)}-${hex(seeded, 4)}-4${hex(seeded, 3)}-a${hex(seeded, 3)}-${hex(seeded, 12)}`;
}
