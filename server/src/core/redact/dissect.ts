import { isMarker } from '../check/markers';
import { ARN, findInArn } from './arn';
import { findWholeForm } from './forms';
import type { Find } from './found';
import { findInText } from './freeText';
import { isHarmless } from './harmless';
import { findInHost, isHost } from './hosts';
import { findName, isMailAddress } from './names';
import type { FieldKind } from './redactionFile';
import { findInUrl, isUrl } from './url';

/** What can't be in a value that stays: by this most are told apart without a search. */
const SUSPECT = /[@:]|\d{12}|A[A-Z]{3}[A-Z0-9]{12}|\d\.\d/;
const OPAQUE = /^[\w=+/.:-]{1,512}$/;
/** An id and a name behind it; no ARN and no URL. */
const SESSION = /^(?!arn:)[\w*+=,.@-]{1,128}:(?!\/\/)[^:]/;
const LONGEST_NAME = 64;

/**
 * Finds what identifies somebody in the value of a field. What stands in place of a value, such as
 * HIDDEN_DUE_TO_SECURITY_REASONS, stays.
 *
 * @param text the value, without escapes
 * @param base offset of the value in the text it stands in
 */
export function findInValue(kind: FieldKind, text: string, base: number, find: Find): void {
  if (text === '' || isMarker(text)) return;
  switch (kind) {
    case 'secret':
      find({ start: base, end: base + text.length, as: 'secret', original: text });
      return;
    case 'keep':
      if (SUSPECT.test(text)) findInText(text, base, find);
      return;
    case 'text':
    case 'agent':
      findInText(text, base, find);
      return;
    case 'principal':
      findPrincipal(text, base, find);
      return;
    default:
      if (!findWhole(kind, text, base, find)) findOther(kind, text, base, find);
  }
}

/** A unique id or an account, and behind the colon the name of a session. */
function findPrincipal(text: string, base: number, find: Find): void {
  const colon = text.indexOf(':');
  if (!SESSION.test(text)) {
    if (!findWhole('principal', text, base, find)) findOther('principal', text, base, find);
    return;
  }
  findName(text.slice(0, colon), base, find);
  findName(text.slice(colon + 1), base + colon + 1, find);
}

/** What is told by its form in every field. */
function findWhole(kind: FieldKind, text: string, base: number, find: Find): boolean {
  if (ARN.test(text)) {
    findInArn(text, base, find);
    return true;
  }
  if (findWholeForm(text, base, find)) return true;
  if (isUrl(text)) {
    findInUrl(text, base, find);
    return true;
  }
  if (isMailAddress(text)) {
    findName(text, base, find);
    return true;
  }
  if (kind === 'address' || kind === 'host') {
    const host = text.replace(/:\d{1,5}$/, '');
    if (host === text ? isHost(host) : isHost(host) || findWholeForm(host, base, find)) {
      if (isHost(host) && !/^[\d.]+$/.test(host)) findInHost(host, base, find);
      return true;
    }
  }
  return isHarmless(text);
}

function findOther(kind: FieldKind, text: string, base: number, find: Find): void {
  const end = base + text.length;
  const hasWords = /\s/.test(text.trim());
  if (kind === 'id') {
    if (OPAQUE.test(text)) find({ start: base, end, as: 'opaque', original: text });
    else findInText(text, base, find);
  } else if (kind === 'words' || text.length > LONGEST_NAME || (kind === 'value' && hasWords)) {
    find({ start: base, end, as: 'words', original: text });
  } else {
    findName(text, base, find);
  }
}
