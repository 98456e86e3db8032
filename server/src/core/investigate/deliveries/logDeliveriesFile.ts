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
