import { words } from '../../generated/schemas';
import { isObject } from '../read/whole';
import type { JsonObject, JsonValue, Problem } from '../record';
import { accountText, isAccountId, isRounded, restoredAccount } from './accountId';
import { isMasked } from './markers';
import { joined, NO_PROBLEMS, problemAt } from './problem';

/**
 * What a `userIdentity` says that can't all be true (AWS: "CloudTrail userIdentity element", "IAM identifiers"). Masked
 * values contradict nothing, and neither does anything that is absent.
 */
export function identityContradictions(identity: JsonObject): readonly Problem[] {
  const accounts = arnAndAccount(identity, IDENTITY);
  return joined([
    accounts,
    keyKind(identity),
    identityKind(identity),
    principalKind(identity),
    rootName(identity),
    issuerDiffers(identity, accounts.length === 0),
  ]);
}

const IDENTITY = ['userIdentity'] as const;
const ISSUER = ['userIdentity', 'sessionContext', 'sessionIssuer'] as const;

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Asked last, since it is asked for so little. */
function areMasked(...values: readonly (JsonValue | undefined)[]): boolean {
  return values.some(isMasked);
}

/** @param who an identity, or the issuer of its session: both have an ARN and the account of it */
function arnAndAccount(who: JsonObject, path: readonly string[]): readonly Problem[] {
  const account = accountText(who.accountId) ?? '';
  const arn = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(text(who.arn))?.[1];
  if (arn === undefined || !isAccountId(account) || arn === restoredAccount(account)) return NO_PROBLEMS;
  // What a spreadsheet has rounded says nothing of the account.
  if (isRounded(who.accountId) || areMasked(who.arn)) return NO_PROBLEMS;
  return [problemAt('account-differs', [...path, 'accountId'], 'value', { arn, account })];
}

const SESSIONS: ReadonlySet<string> = new Set(['AssumedRole', 'FederatedUser', 'IdentityCenterUser']);

/**
 * A long-lived key has no session, and so nobody who issued one. The attributes of a session prove nothing: genuine records
 * that were anonymised have them beside `AKIA…`, and an issuer that is an empty object stands beside any key.
 */
function keyKind(identity: JsonObject): readonly Problem[] {
  if (!text(identity.accessKeyId).startsWith('AKIA')) return NO_PROBLEMS;
  const isSession = SESSIONS.has(text(identity.type)) || text(issuerOf(identity)?.arn) !== '';
  if (!isSession || areMasked(identity.accessKeyId)) return NO_PROBLEMS;
  return [problemAt('key-kind', ['userIdentity', 'accessKeyId'], 'value')];
}

const ARN_FORMS: ReadonlyMap<string, RegExp> = new Map([
  ['Root', /:root$/],
  ['IAMUser', /:user\//],
  ['AssumedRole', /:(?:assumed-role|role)\//],
  ['FederatedUser', /:federated-user\//],
]);

function identityKind(identity: JsonObject): readonly Problem[] {
  const type = text(identity.type);
  const form = ARN_FORMS.get(type);
  const arn = text(identity.arn);
  if (form === undefined || !/^arn:[^:]*:(?:iam|sts):/.test(arn) || form.test(arn) || areMasked(arn))
    return NO_PROBLEMS;
  return [problemAt('identity-kind', ['userIdentity', 'arn'], 'value', { type })];
}

const PRINCIPALS: ReadonlyMap<string, string> = new Map([
  ['IAMUser', 'AIDA'],
  ['AssumedRole', 'AROA'],
]);

function principalKind(identity: JsonObject): readonly Problem[] {
  const type = text(identity.type);
  const wanted = PRINCIPALS.get(type);
  const prefix = text(identity.principalId).slice(0, 4);
  if (wanted === undefined || prefix === wanted || ![...PRINCIPALS.values()].includes(prefix)) return NO_PROBLEMS;
  if (areMasked(identity.principalId)) return NO_PROBLEMS;
  const meaning = words().keyPrefixes.get(prefix)?.name ?? 'another kind of identity';
  return [problemAt('principal-kind', ['userIdentity', 'principalId'], 'value', { type, prefix, meaning })];
}

/** What IAM takes for the alias of an account ("CreateAccountAlias"): small letters, digits and dashes. */
const MAY_BE_ALIAS = /^[a-z0-9-]*$/;

/**
 * Root has no name. Where its account has an alias, CloudTrail writes that as `userName`, so only a name that no alias can be
 * is one that somebody else has: `Alice`, `alice@example.com`, `mail_admin`. Reports and tools write `<root_account>` or
 * `Root` there, which nobody else is called.
 */
function rootName(identity: JsonObject): readonly Problem[] {
  if (identity.type !== 'Root') return NO_PROBLEMS;
  const userName = text(identity.userName);
  if (MAY_BE_ALIAS.test(userName) || /root/i.test(userName) || areMasked(userName)) return NO_PROBLEMS;
  return [problemAt('root-user-name', ['userIdentity', 'userName'], 'value')];
}

function issuerOf(identity: JsonObject): JsonObject | undefined {
  const context = isObject(identity.sessionContext) ? identity.sessionContext : undefined;
  return isObject(context?.sessionIssuer) ? context.sessionIssuer : undefined;
}

/**
 * The session of a role is issued by that role: the id before the colon of `principalId` is the issuer's, and both are of one
 * account. So it is in every genuine record, in anonymised ones as well. Names are not compared: anonymised records have
 * another one in the ARN. Nor are sessions of federated users, whose issuer is the user who asked for them.
 *
 * @param isOfOneAccount the identity does not name two accounts itself, of which the issuer's would be one
 */
function issuerDiffers(identity: JsonObject, isOfOneAccount: boolean): readonly Problem[] {
  const issuer = issuerOf(identity);
  if (issuer === undefined) return NO_PROBLEMS;
  const own = arnAndAccount(issuer, ISSUER);
  if (own.length > 0 || identity.type !== 'AssumedRole') return own;
  const issuedBy = text(issuer.principalId);
  // So it is in nearly every session, and asked of every record.
  if (identity.accountId === issuer.accountId && text(identity.principalId).startsWith(`${issuedBy}:`)) return own;
  const role = /^AROA[^:]*/.exec(text(identity.principalId))?.[0];
  if (role !== undefined && issuedBy.startsWith('AROA') && role !== issuedBy && !areMasked(role, issuedBy))
    return [issuerProblem('principalId', `role ${role}`, `role ${issuedBy}`)];
  const session = sureAccount(identity.accountId);
  const account = sureAccount(issuer.accountId);
  if (!isOfOneAccount || session === undefined || account === undefined || session === account) return NO_PROBLEMS;
  return [issuerProblem('accountId', `account ${session}`, `account ${account}`)];
}

function issuerProblem(field: string, session: string, issuer: string): Problem {
  return problemAt('issuer-differs', [...ISSUER, field], 'value', { session, issuer });
}

/** An account id with its lost zeros; undefined for what is none, and for one that a spreadsheet has rounded. */
function sureAccount(value: JsonValue | undefined): string | undefined {
  const account = accountText(value) ?? '';
  return isAccountId(account) && !isRounded(value) ? restoredAccount(account) : undefined;
}
