import { accountText } from '../check/accountId';
import type { JsonObject, JsonValue } from '../record';
import type { ActorKind } from './actorKind';
import { at, textAt } from './members';
import { parseArn } from './values/arn';

/**
 * The short name of an identity, as the log has it; empty when nothing is known.
 *
 * @param spelled how the id of an account is written in it
 */
export function actorName(
  kind: ActorKind,
  identity: JsonValue | undefined,
  event: JsonObject | undefined,
  spelled: (account: string) => string = (account) => account,
): string {
  const written = accountText(at(identity, 'accountId'));
  const account = written === undefined ? undefined : spelled(written);
  const userName = textAt(identity, 'userName');
  const principal = accountText(at(identity, 'principalId'));
  const resource = parseArn(textAt(identity, 'arn') ?? '')?.resource ?? '';
  const last = nonEmpty(resource.slice(resource.lastIndexOf('/') + 1));
  switch (kind) {
    case 'root':
      return account === undefined ? 'root' : `root (${account})`;
    case 'role-session':
      return roleSession(resource, identity) ?? last ?? principal ?? '';
    case 'aws-service':
      return textAt(identity, 'invokedBy') ?? textAt(event, 'eventSource') ?? '';
    case 'aws-account':
      return userName ?? (account === undefined ? (principal ?? '') : `account ${account}`);
    case 'identity-center-user':
      return userName ?? textAt(identity, 'onBehalfOf', 'userId') ?? principal ?? '';
    case 'federated-user':
      return userName ?? last ?? afterColon(principal) ?? '';
    default:
      return userName ?? last ?? principal ?? textAt(identity, 'identityProvider') ?? '';
  }
}

/** `AdminRole/alice`, from the ARN or from what is left of it. */
function roleSession(resource: string, identity: JsonValue | undefined): string | undefined {
  const [kind, role, ...session] = resource.split('/');
  if (kind === 'assumed-role' && role !== undefined && session.length > 0) return `${role}/${session.join('/')}`;
  const issuer = issuerName(identity);
  const name = afterColon(textAt(identity, 'principalId'));
  return issuer === undefined ? name : name === undefined ? issuer : `${issuer}/${name}`;
}

/** The name of a session: `arn:aws:sts::111122223333:assumed-role/Admin/jane` is the session jane. Empty for what is none. */
export function sessionNameIn(arn: string): string {
  const [kind, , ...session] = parseArn(arn)?.resource.split('/') ?? [];
  return kind === 'assumed-role' ? session.join('/') : '';
}

/** Who is behind the name of an actor. Texts are as the log has them, not escaped. */
export interface PersonAndRole {
  /** The name of the session of a role, which mostly is that of a person; else the name as it is. */
  readonly person: string;
  /** Undefined for what is no session of a role, and where only the one or the other is known. */
  readonly role: string | undefined;
}

/** Takes the name that `actorName` gives to a session of a role apart: `Admin/jane` is jane in the role Admin. */
export function personAndRole(kind: ActorKind, name: string): PersonAndRole {
  // Names of roles hold no slash.
  const slash = kind === 'role-session' ? name.indexOf('/') : -1;
  if (slash <= 0 || slash === name.length - 1) return { person: name, role: undefined };
  return { person: name.slice(slash + 1), role: name.slice(0, slash) };
}

/** The name of an actor with the person before the role: `jane (Admin)`. */
export function personFirst(kind: ActorKind, name: string): string {
  const { person, role } = personAndRole(kind, name);
  return role === undefined ? person : `${person} (${role})`;
}

/** The name of the role or user a session was made from. */
export function issuerName(identity: JsonValue | undefined): string | undefined {
  return textAt(identity, 'sessionContext', 'sessionIssuer', 'userName');
}

function afterColon(principal: string | undefined): string | undefined {
  const colon = principal?.indexOf(':') ?? -1;
  return colon < 0 ? undefined : nonEmpty(principal?.slice(colon + 1));
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
