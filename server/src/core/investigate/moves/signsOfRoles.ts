import type { Against } from './against';
import type { Door } from './door';
import type { House } from './episodes';
import type { Line } from './line';
import type { SignName } from './moverFiles';

/** Whoever uses programs uses the console as well, once in a while. */
export const BROWSERS: ReadonlySet<string> = new Set(['Browser', 'AWS console', 'AWS itself']);

/** Adds the signs of calls that make, change or use an impersonation role. */
export function addSignsOfRole(
  signs: Set<SignName>,
  door: Door,
  lines: readonly Line[],
  house: House,
  than: Against,
): void {
  if (house.broad.has(door)) {
    addSignsOfMoverRole(signs, door, lines, house, than);
    return;
  }
  signs.add('ownRole');
  if (isByItsMaker(door)) signs.add('ownHands');
}

/** Whether whoever made a role asks for its tokens himself, and nobody else does. */
function isByItsMaker({ carried, around }: Door): boolean {
  const makers = new Set(around.flatMap(({ action, who }) => (action === 'CreateImpersonationRole' ? [who] : [])));
  return carried.length > 0 && carried.every(({ who }) => makers.has(who));
}

function addSignsOfMoverRole(
  signs: Set<SignName>,
  door: Door,
  lines: readonly Line[],
  { others, trust }: House,
  { familyOf }: Against,
): void {
  const tokens = lines.filter(({ deed }) => deed === 'carry');
  if (tokens.length > 0) signs.add('moverRole');
  if (lines.some(({ action }) => action === 'UpdateImpersonationRole')) signs.add('roleChanged');
  // Of its own address a role's maker may try it.
  const isOther = (line: Line): boolean =>
    trust.isKnownNet(line) ? others.are(line) : others.isNoMover(door, line) && areOtherHands(door, lines);
  if (!lines.some(isOther)) return;
  signs.add('otherHands');
  if (tokens.length === 0) return;
  if (others.goOn(door, tokens)) signs.add('meanwhile');
  const isByHand = (line: Line): boolean => BROWSERS.has(familyOf(line));
  if (tokens.every(isByHand) && !door.carried.every(isByHand)) signs.add('byHand');
}

/** Whether none of those who call go through a door at any other time. */
function areOtherHands({ carried }: Door, lines: readonly Line[]): boolean {
  const whos = new Set(lines.map(({ who }) => who));
  return carried.filter(({ who }) => whos.has(who)).length === lines.filter(({ deed }) => deed === 'carry').length;
}
