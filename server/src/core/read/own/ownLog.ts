/** How sure something about a log of WorkMail's own is. */
export type Grade = 'certain' | 'likely' | 'unverified';

/** How much an event matters, as the catalog of actions has it too. */
export type OwnWeight = 'critical' | 'high' | 'medium' | 'low' | 'info';

/** What the values of a field are; see `schemas/meta/ownLog.json`. */
export type OwnForm =
  | 'text'
  | 'time'
  | 'arn'
  | 'ip'
  | 'agent'
  | 'user'
  | 'address'
  | 'addresses'
  | 'role'
  | 'rule'
  | 'token'
  | 'truth'
  | 'list'
  | 'domain'
  | 'url'
  | 'content'
  | 'bounced'
  | 'envelope'
  | 'addressed'
  | 'message';

/** What an event of any log has, and a field says. */
export type OwnRole = 'time' | 'request' | 'organization' | 'actor' | 'user' | 'name' | 'address' | 'agent';

export interface OwnValueSign {
  readonly value: string;
  readonly weight?: OwnWeight;
  /** The same of what somebody did in their own mailbox. */
  readonly ownWeight?: OwnWeight;
  readonly access?: 'read' | 'write';
  /** Of an act by which mail is read. */
  readonly reads?: OwnReads;
  /** Of an act that is the source side of copying or moving. */
  readonly taking?: OwnTaking;
  /** Of a protocol: WorkMail itself acts by it, and nobody else. */
  readonly isService?: true;
}

/** One message, a folder or the list of what is in it, one attachment; or something of a message that was seen without opening it. */
export type OwnThingRead = 'item' | 'folder' | 'attachment' | 'preview';

/** An act that the log tells as two: of what is taken, this one, and of where it arrives, another one. */
export interface OwnTaking {
  readonly arrives: string;
  /** What was done, as reports say it. */
  readonly word: string;
}

/** What an act reads. */
export interface OwnReads {
  /** By what was acted upon, as the log writes it. */
  readonly objects: Readonly<Record<string, OwnThingRead>>;
  /** Of any other object, and where the log does not say of which. */
  readonly otherwise?: OwnThingRead;
  /** What it may have been where the log does not say of which object. */
  readonly open?: readonly OwnThingRead[];
}

/** A field of a log of WorkMail's own, as `schemas/own-logs` has it. */
export interface OwnFieldSign {
  readonly name: string;
  readonly form: OwnForm;
  readonly column?: string;
  readonly role?: OwnRole;
  readonly sign?: number;
  readonly refused?: string;
  readonly values?: readonly OwnValueSign[];
}

/** A log that WorkMail writes beside CloudTrail, by what it is told and read. */
export interface OwnLogSigns {
  readonly id: string;
  /** What its events are called in lists. */
  readonly group: string;
  /** What a file of it is called. */
  readonly words: string;
  /** What calls that deliver it say it is; absent where none does. */
  readonly logType?: string;
  readonly family: 'audit' | 'mail';
  readonly within?: string;
  readonly act: {
    readonly field?: string;
    readonly path?: string;
    readonly fixed?: string;
    readonly otherwise?: string;
    /** What an act weighs that no list of values has. */
    readonly weight?: OwnWeight;
  };
  readonly fields: readonly OwnFieldSign[];
}

/** Words of `schemas/own-logs`. */
export interface OwnLogWords extends OwnLogSigns {
  readonly description: string;
  /** What nobody may expect of it. */
  readonly silent: string;
  readonly fields: readonly OwnFieldWords[];
}

export interface OwnFieldWords extends OwnFieldSign {
  readonly description: string;
  readonly grade: Grade;
  readonly values?: readonly OwnValueWords[];
}

export interface OwnValueWords extends OwnValueSign {
  readonly description: string;
  readonly grade: Grade;
}
