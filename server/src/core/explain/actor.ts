/** Who acted: an identity as an investigator names it. */
import { accountText, restoredAccount } from '../check/accountId';
import { isMasked } from '../check/markers';
import { truthOf } from '../check/retyped';
import type { JsonObject, JsonValue } from '../record';
import type { ActorKind } from './actorKind';
import { actorName, issuerName } from './actorName';
import { at, textAt } from './members';
import { prefixWord } from './values/keyPrefixes';

/** All texts are as the log has them: whoever shows one escapes it. */
export interface Actor {
  readonly kind: ActorKind;
  /** Short: `WMSDK`, `AdminRole/alice`, `root (111111111111)`, `workmail.amazonaws.com`. Empty when nothing is known. */
  readonly name: string;
  /** The same for the same identity in every record: ARN, principal id, service or name. Empty when nothing is known. */
  readonly key: string;
  readonly credentials: 'long-term' | 'temporary' | 'service' | 'unknown';
  readonly accessKeyId: string | undefined;
  readonly accountId: string | undefined;
  /** Whether the session began with a second factor; undefined where the record does not say. */
  readonly mfa: boolean | undefined;
  /** The role or user the session was made from. */
  readonly issuer: string | undefined;
  /** The AWS service that made the call for the identity. */
  readonly invokedBy: string | undefined;
  /** Whether the credentials came from a sign-in to the AWS console. */
  readonly console: boolean;
}

const KINDS: ReadonlyMap<string, ActorKind> = new Map<string, ActorKind>([
  ['Root', 'root'],
  ['IAMUser', 'iam-user'],
  ['AssumedRole', 'role-session'],
  ['Role', 'role-session'],
  ['FederatedUser', 'federated-user'],
  ['Directory', 'federated-user'],
  ['IdentityCenterUser', 'identity-center-user'],
  ['AWSService', 'aws-service'],
  ['AWSAccount', 'aws-account'],
  ['SAMLUser', 'web-identity'],
  ['WebIdentityUser', 'web-identity'],
]);

/** Reads who acted. Works on any record, damaged ones too: what can't be read is undefined or empty. */
export function actorOf(event: JsonObject | undefined): Actor {
  const identity = at(event, 'userIdentity');
  const kind = kindOf(identity, textAt(event, 'eventType'));
  const name = actorName(kind, identity, event);
  const accessKeyId = textAt(identity, 'accessKeyId');
  return {
    kind,
    name,
    key: kind === 'aws-service' ? name : keyOf(kind, identity, event),
    credentials: credentialsOf(kind, accessKeyId, sessionBegan(identity) !== undefined),
    accessKeyId,
    accountId: accountText(at(identity, 'accountId')),
    mfa: truthOf(at(identity, 'sessionContext', 'attributes', 'mfaAuthenticated')),
    issuer: textAt(identity, 'sessionContext', 'sessionIssuer', 'arn') ?? issuerName(identity),
    invokedBy: textAt(identity, 'invokedBy'),
    console: truthOf(at(event, 'sessionCredentialFromConsole')) ?? false,
  };
}

/**
 * What is masked tells nobody apart, and an account is the same one with and without the zeros that a program took from the
 * beginning of its id.
 */
function keyOf(kind: ActorKind, identity: JsonValue | undefined, event: JsonObject | undefined): string {
  const arn = textAt(identity, 'arn');
  if (arn !== undefined && !isMasked(arn)) return arn;
  const principal = accountText(at(identity, 'principalId'));
  if (principal !== undefined && !isMasked(principal)) return restoredAccount(principal);
  return actorName(kind, identity, event, restoredAccount);
}

/** The kind of an identity of a type, as written; undefined for types that nobody knows, and where it is left out. */
export function actorKindNamed(type: string): ActorKind | undefined {
  return KINDS.get(type);
}

function kindOf(identity: JsonValue | undefined, eventType: string | undefined): ActorKind {
  const type = textAt(identity, 'type');
  const kind = KINDS.get(type ?? '');
  if (kind !== undefined) return kind;
  // Events that a service makes on its own leave the type out.
  const service =
    type === undefined && (textAt(identity, 'invokedBy') !== undefined || eventType === 'AwsServiceEvent');
  return service ? 'aws-service' : 'unknown';
}

/**
 * What kind of credentials an actor used.
 *
 * @param key accessKeyId
 * @param isDated its session says when it began
 */
export function credentialsOf(kind: ActorKind, key: string | undefined, isDated: boolean): Actor['credentials'] {
  if (kind === 'aws-service') return 'service';
  const lifetime = key === undefined ? undefined : prefixWord(key)?.lifetime;
  if (lifetime !== undefined) return lifetime;
  if (kind === 'role-session' || kind === 'federated-user' || kind === 'web-identity') return 'temporary';
  // A console session of a user or of the owner has a beginning, though often no key.
  return isDated ? 'temporary' : 'unknown';
}

function sessionBegan(identity: JsonValue | undefined): string | undefined {
  return textAt(identity, 'sessionContext', 'attributes', 'creationDate');
}
