/** schemas/callsAbout.json: calls of WorkMail about the things that its own logs tell of. */
export interface CallsAboutFile {
  /** Calls that give rights on mailboxes. */
  readonly grants: readonly GrantCalls[];
  /** What puts somebody into a group. */
  readonly membership: GrantCalls;
  /** Actions with which somebody is let into mailboxes. */
  readonly letsIn: readonly string[];
  /** Actions that say of which type an impersonation role is. */
  readonly tellsRoleType: readonly string[];
  /** By what the access control log calls the scope of a rule. */
  readonly accessRules: Readonly<Record<string, RuleCallsFile>>;
  /** Actions by what the e-mail event log calls the kind of a rule. */
  readonly mailRules: Readonly<Record<string, readonly string[]>>;
  /** Actions that name a message on its way by the id that functions of the mail flow are told. */
  readonly messages: readonly string[];
  /** Actions that name the mail system of somebody else, and where in their requests. */
  readonly otherSystems: { readonly actions: readonly string[]; readonly addresses: readonly (readonly string[])[] };
}

/** A call that gives something and the one that takes it away, with the parameters that say on what and to whom. */
export interface GrantCalls {
  readonly given: string;
  readonly taken: string;
  readonly whose: string;
  readonly who: string;
}

/** Calls about a rule. */
export interface RuleCallsFile {
  readonly actions: readonly string[];
  /** The list of the request in whose entries it is named; else the answer or the request names it. */
  readonly in?: string;
  readonly id: string;
  /** Actions that delete the role that has it, and name only that. */
  readonly deletedWithRoleBy?: readonly string[];
}
