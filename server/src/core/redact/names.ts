import { isMasked } from '../check/markers';
import { findWholeForm } from './forms';
import type { Find } from './found';
import { isHarmless } from './harmless';
import { findInHost, isKnownHost } from './hosts';

const ADDRESS = /^([^\s@:/<>(),;"]{1,64})@([^\s@:/<>(),;"]{1,253})$/;

/**
 * Finds a name that somebody gave. Of a mail address the domain and what stands before it are found apart, so that addresses of
 * one domain stay together; an id or a host is found as what it is. Harmless words are not found, nor what is masked.
 *
 * @param base offset of the name in the text it stands in
 */
export function findName(text: string, base: number, find: Find): void {
  if (findWholeForm(text, base, find) || isHarmless(text) || isMasked(text)) return;
  const [, local, domain] = ADDRESS.exec(text) ?? [];
  if (local !== undefined && domain !== undefined) {
    if (!findWholeForm(local, base, find)) find({ start: base, end: base + local.length, as: 'name', original: local });
    const at = base + local.length + 1;
    if (!findWholeForm(domain, at, find)) findInHost(domain, at, find);
  } else if (isKnownHost(text)) {
    findInHost(text, base, find);
  } else {
    find({ start: base, end: base + text.length, as: 'name', original: text });
  }
}

/** Whether a text is a mail address and nothing else. */
export function isMailAddress(text: string): boolean {
  return ADDRESS.test(text);
}
