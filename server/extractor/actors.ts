/**
 * Who acted, as `actorOf` of the core names it, where that is a part of the record: of the kinds of identity that nearly all records have, with
 * all that they have when AWS writes them. All others are named in TypeScript.
 */
import { isText } from './characters';
import { Field } from './fields';
import { lengthOf, placeOf, startOf, Told, tell, tellPlain } from './placed';
import { beginsPlain } from './plainTexts';

/** How the identity of a row is told: large numbers, which no identity has. The largest says that nothing is known yet. */
export namespace Actor {
  /** By places alone. */
  export const PLACED: u32 = 0xfffffffe;
  /** The same, but the place of the name is that of the account: `root (111122223333)`. */
  export const ROOT: u32 = 0xfffffffd;
}

/** Longer ARNs are none. */
const LONGEST_ARN: u32 = 2048;
const COLON: u32 = 0x3a;
const DASH: u32 = 0x2d;
const SLASH: u32 = 0x2f;
/** `assumed-role/` */
const ASSUMED_ROLE: u32 = 13;

/** @returns an `Actor`; 0 where places do not say it: what was told of them is to be forgotten */
export function placeActor(): u32 {
  const arn = placeOf(Field.ARN);
  const resource = arn === 0 ? 0 : resourceIn(arn);
  if (arn !== 0 && resource === 0) return 0;
  const session = sessionIn(resource);
  const role = sessionNameIn(session);
  const found = actorOf(session, role);
  if (found === 0 || !areTold()) return 0;
  if (role !== 0 && !beginsPlain(<u32>load<u8>(startOf(role)))) return 0;
  tell(Told.SESSION, role);
  return found;
}

/** Names who acted. */
function actorOf(session: u32, role: u32): u32 {
  const type = placeOf(Field.IDENTITY_TYPE);
  if (isOf(type, 'AWSService')) return isNamed(placeOf(Field.INVOKED_BY)) ? Actor.PLACED : 0;
  if (isOf(type, 'IAMUser')) return isNamed(placeOf(Field.USER_NAME)) ? Actor.PLACED : 0;
  // A session has a name, if only an empty one, behind the role's.
  if (isOf(type, 'AssumedRole')) return role !== 0 && isNamed(session) ? Actor.PLACED : 0;
  return isOf(type, 'Root') && isNamed(placeOf(Field.ACCOUNT)) ? Actor.ROOT : 0;
}

function isNamed(place: u32): bool {
  if (place === 0 || !beginsPlain(<u32>load<u8>(startOf(place)))) return false;
  tell(Told.ACTOR, place);
  return true;
}

/** What is copied as it stands. */
function areTold(): bool {
  const issuer = placeOf(Field.ISSUER_ARN) === 0 ? Field.ISSUER_NAME : Field.ISSUER_ARN;
  return (
    tellPlain(Told.TYPE, Field.IDENTITY_TYPE) &&
    tellPlain(Told.ARN, Field.ARN) &&
    tellPlain(Told.ISSUER, issuer) &&
    tellPlain(Told.INVOKED_BY, Field.INVOKED_BY) &&
    tellPlain(Told.PRINCIPAL, Field.PRINCIPAL) &&
    tellPlain(Told.ACCESS_KEY, Field.ACCESS_KEY)
  );
}

function isOf(type: u32, name: string): bool {
  return type !== 0 && isText(startOf(type), lengthOf(type), name);
}

/** The resource that an ARN names, as `parseArn` has it; 0 where it is none. */
function resourceIn(arn: u32): u32 {
  const start = startOf(arn);
  const length = lengthOf(arn);
  if (length > LONGEST_ARN || length < 8 || !isText(start, 7, 'arn:aws')) return 0;
  const end = start + length;
  let at = start + 7;
  while (at < end && (isSmall(<u32>load<u8>(at)) || <u32>load<u8>(at) === DASH)) at++;
  if (at === end || <u32>load<u8>(at) !== COLON) return 0;
  for (at++; at < end && isOfService(<u32>load<u8>(at)); ) at++;
  if (at === end || <u32>load<u8>(at) !== COLON) return 0;
  for (at++; at < end && isOfRegion(<u32>load<u8>(at)); ) at++;
  if (at === end || <u32>load<u8>(at) !== COLON) return 0;
  for (at++; at < end && <u32>load<u8>(at) !== COLON && <u32>load<u8>(at) !== SLASH; ) at++;
  if (at === end || <u32>load<u8>(at) !== COLON || at + 1 === end) return 0;
  return behind(arn, <u32>(at + 1 - start));
}

/** `AdminRole/jane`, of the resource of a session; 0 of another one. */
function sessionIn(resource: u32): u32 {
  const length = lengthOf(resource);
  if (length <= ASSUMED_ROLE || !isText(startOf(resource), ASSUMED_ROLE, 'assumed-role/')) return 0;
  return behind(resource, ASSUMED_ROLE);
}

/** `jane`, of `AdminRole/jane`; 0 where there is no such name. */
function sessionNameIn(session: u32): u32 {
  const start = startOf(session);
  const length = lengthOf(session);
  for (let at: u32 = 0; at + 1 < length; at++) if (<u32>load<u8>(start + at) === SLASH) return behind(session, at + 1);
  return 0;
}

/** The rest of a text behind its first bytes. */
function behind(place: u32, bytes: u32): u32 {
  return place + (bytes << 16) - bytes;
}

function isSmall(byte: u32): bool {
  return byte - 0x61 < 26;
}

function isOfRegion(byte: u32): bool {
  return isSmall(byte) || byte - 0x30 < 10 || byte === DASH;
}

function isOfService(byte: u32): bool {
  return isOfRegion(byte) || byte - 0x41 < 26;
}
