import type { OwnColumnName } from '../read/own/ownReading';

/**
 * One event as questions see it. A text that the record does not have is empty. Texts are as the log has them, not escaped.
 */
export interface QuestionRow {
  /** eventTime in milliseconds since 1970 UTC; not a number where it is unknown. */
  readonly time: number;
  /** The first label of eventSource: `iam`. */
  readonly service: string;
  /** eventName */
  readonly action: string;
  readonly outcome: 'succeeded' | 'failed' | 'unknown';
  readonly errorCode: string;
  /** awsRegion */
  readonly region: string;
  /** recipientAccountId */
  readonly account: string;
  readonly readOnly: boolean | undefined;
  /** eventCategory */
  readonly category: string;
  /** eventType */
  readonly type: string;
  /** userIdentity.type */
  readonly actorKind: string;
  /** The name as it is shown. */
  readonly actor: string;
  /** userIdentity.arn */
  readonly actorArn: string;
  /** userIdentity.principalId */
  readonly actorId: string;
  /** userIdentity.accessKeyId */
  readonly accessKey: string;
  readonly sessionIssuer: string;
  readonly sessionName: string;
  readonly invokedBy: string;
  /** sourceIPAddress */
  readonly address: string;
  readonly userAgent: string;
  readonly eventID: string;
  readonly requestID: string;
  readonly sharedEventID: string;
  /** Of an event of WorkMail: the id of the organization that the call was made in. */
  readonly organization: string;
  /** Ids and names of what was acted upon. */
  readonly targets: readonly string[];
  /** Ids of what the call made or gave out. */
  readonly made: readonly string[];
  /** All ids and names in its request and its answer, what was made and what was acted upon among them. */
  readonly named: readonly string[];
  readonly malformed: boolean;
  /** How much the call matters to an investigation; undefined where nothing is known of its action. */
  readonly weight: 'critical' | 'high' | 'medium' | 'low' | 'info' | undefined;
  /** Of an event of a log of WorkMail's own: what it says in a column, lists with line feeds. Absent for all others. */
  own?(column: OwnColumnName): string;
  /** The log that holds it. */
  readonly file: string;
  /** The text of the record, made when it is asked for; absent where it is gone, and then no text is in it. */
  raw?(): string;
}
