/** Who acted, as acts are told apart by it: where acts are kept in columns, one object for all acts of an identity. */
export interface Doer {
  /** As `facts.actor` has it: the same for the same identity in every record. */
  readonly key: string;
  /** A service of AWS acted on its own account. */
  readonly isService: boolean;
  /** The same for one user, and for one person in one role, whatever key a session has. Empty for services of AWS. */
  readonly who: string;
}

/** What a record says of the session of a role; texts are empty where it has none. */
export interface SessionSaid {
  /** The type of the identity, as written. */
  readonly type: string;
  /** The role that the session was made from. */
  readonly issuer: string;
  readonly name: string;
}

/** @param session undefined for services of AWS */
export function doerCalled(key: string, session: SessionSaid | undefined): Doer {
  if (session === undefined) return { key, isService: true, who: '' };
  const { type, issuer } = session;
  const isOfRole = (type === 'AssumedRole' || type === 'Role') && issuer !== '';
  return { key, isService: false, who: isOfRole ? `${issuer} ${session.name}` : key };
}
