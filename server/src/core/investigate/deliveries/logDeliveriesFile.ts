import type { Weight } from '../../check/schemaTypes';

/** schemas/logDeliveries.json: WorkMail's own logs, and how they are switched on; with the fields that schemas/own-logs has. */
export interface LogDeliveriesFile {
  /** By their logType in PutDeliverySource. */
  readonly logs: Readonly<Record<string, OwnLogFile>>;
  /** Commands with {name}, {arn} and {logType}. */
  readonly switchOn: readonly string[];
  readonly switchOnNote: string;
  readonly emailEvents: Pick<OwnLogFile, 'title' | 'tells'> & {
    /** Commands with {organizationId}. */
    readonly switchOn: readonly string[];
    readonly note: string;
  };
  readonly groups: LogGroupsFile;
  /** Actions of CloudTrail that change what a trail records. */
  readonly trailChanges: Readonly<Record<string, Weight>>;
}

/** Log groups in which these logs lie. Actions are those of CloudWatch Logs. */
export interface LogGroupsFile {
  /** WorkMail's e-mail event group keeps so many days unless somebody sets another time. */
  readonly usualDays: number;
  /** In small letters. */
  readonly namedLike: string;
  readonly setsDays: string;
  readonly keepsAll: string;
  readonly deletes: string;
  readonly copies: string;
}

export interface OwnLogFile {
  /** What it is called inside of a sentence. */
  readonly title: string;
  /** What its source and its destination may be called. */
  readonly name: string;
  readonly tells: string;
  /** Every field that is documented, with what nobody knows without it. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What stands for the e-mail event log where log types are told: it has none. */
export const EMAIL_EVENTS = 'EMAIL_EVENTS';
