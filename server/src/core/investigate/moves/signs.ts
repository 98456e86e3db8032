import { strays as file } from '../../../generated/movers';
import { once } from '../../once';
import { type Against, ruleOf } from './against';
import type { Door, Doors } from './door';
import type { Episode, House } from './episodes';
import { type Line, opensAll } from './line';
import type { SignName } from './moverFiles';
import { otherAccountsIn } from './otherAccounts';
import { isSentOutside } from './outside';
import { addSignsOfRole, BROWSERS } from './signsOfRoles';

const DAY = 86_400_000;
/** Access that is taken back sooner was needed once. */
const SOON = 3 * DAY;
const MANY_LOOKS = 3;
const RULES = /Rule$|Gateway$/;
const MANY_PROBES = 2;
const MOST_CHOSEN = 5;
const FEW_CHOSEN = 3;
const MANY_CALLS = 5;

/** What tells that something is no step of a move. */
export class Signs extends Set<SignName> {
  /** How long the first thing that was taken back lasted, in milliseconds; undefined where nothing was. */
  lasted: number | undefined;
}

/** The signs of an episode, those of what was done first. */
export function signsOf(episode: Episode, house: House, than: Against): Signs {
  const signs = new Signs();
  const { doors } = house;
  const through = new Map<Door, Line[]>();
  for (const line of episode.serious) {
    if (line.deed === 'forward') signs.add(line.action.includes('Inbound') ? 'incoming' : 'forwarding');
    if (line.deed === 'forward' && namesOtherAccount(line)) signs.add('foreignAccount');
    if (line.deed === 'forward' && isSentOutside(line, than.domains())) signs.add('outside');
    if (line.deed === 'guard' && isLoosening(line, than)) signs.add('guards');
    if (line.deed === 'fetch') signs.add('fetched');
    if (doors.diverted.away.has(line)) signs.add('diverted');
    const door = doors.doorOf(line);
    if (door === undefined) continue;
    const known = through.get(door);
    if (known === undefined) through.set(door, [line]);
    else known.push(line);
  }
  const readers = once(() => readersMade(episode.lines));
  for (const [door, lines] of through) addSignsOfDoor(signs, door, lines, { house, than, readers });
  if (signs.has('diverted')) addSignsOfDiverting(signs, episode, house, readers());
  if (signs.size === 0) return signs;
  addSignsOfHands(signs, episode, house, than);
  return signs;
}

function addSignsOfDiverting(
  signs: Signs,
  { serious, lines }: Episode,
  { doors }: House,
  made: ReadonlySet<string>,
): void {
  const back = lines.find((line) => doors.diverted.back.has(line));
  if (back !== undefined) {
    signs.add('takenBack');
    signs.lasted ??= back.at - (serious[0]?.at ?? 0);
  }
  if (serious.some(({ mailbox }) => made.has(mailbox))) signs.add('freshReader');
}

/** Whether a call names something of another account: a function that messages are handed to, a role. */
function namesOtherAccount({ act }: Line): boolean {
  return otherAccountsIn(act).length > 0;
}

/** Guards that were set up or made tighter tell of nobody's theft. */
function isLoosening(line: Line, than: Against): boolean {
  const { act, action } = line;
  if (action === 'DeleteAccessControlRule' && than.lettingIn().has(ruleOf(line))) return false;
  return !act.row.action.startsWith('Put') || act.facts.weighty.length > 0;
}

function addSignsOfDoor(
  signs: Signs,
  door: Door,
  lines: readonly Line[],
  {
    house,
    than,
    readers,
  }: { readonly house: House; readonly than: Against; readonly readers: () => ReadonlySet<string> },
): void {
  const { broad } = house;
  switch (door.through) {
    case 'bucket':
      if (broad.has(door)) {
        signs.add('again');
        break;
      }
      if (door.isForeign) signs.add('foreignAccount');
      if (!than.buckets.has(door.name)) signs.add('otherBucket');
      if (than.isWithoutExports) signs.add('onlyExport');
      if (door.arns.some((arn) => !than.arns.has(arn))) signs.add('otherRole');
      // A pilot goes before the wave.
      if (than.buckets.size > 0 && door.mailboxes.size <= FEW_CHOSEN && (lines[0]?.at ?? 0) > than.since)
        signs.add('chosen');
      if ((lines.at(-1)?.at ?? 0) > than.since && Array.from(door.mailboxes).some((mailbox) => than.moved.has(mailbox)))
        signs.add('moved');
      break;
    case 'grantee':
      // To write in somebody's name opens no mailbox.
      if (!lines.some(opensAll)) return;
      signs.add(new Set(lines.filter(opensAll).map(({ mailbox }) => mailbox)).size > 1 ? 'fewGrants' : 'oneGrant');
      if (lines.some((line) => than.readers.isOwn(door, line))) signs.add('ownReader');
      if (lines.every(({ organization }) => !than.mailboxes().has(`${organization} ${door.name}`)))
        signs.add('strangeReader');
      break;
    case 'role':
      addSignsOfRole(signs, door, lines, house, than);
      break;
    case 'nothing':
      signs.add(isFew(new Set(lines.map(({ mailbox }) => mailbox)).size) ? 'manyResets' : 'resets');
      break;
  }
  if (door.through === 'nothing' || broad.has(door)) return;
  if (door.through === 'grantee' && readers().has(door.name)) signs.add('freshReader');
  const first = lines[0]?.at ?? 0;
  const whos = new Set(lines.map(({ who }) => who));
  const isSoon = ({ deed, at, who }: Line): boolean =>
    deed === 'close' && at >= first && at - first < SOON && whos.has(who);
  const closed = door.around.find(isSoon);
  if (closed === undefined) return;
  signs.add('takenBack');
  signs.lasted ??= closed.at - first;
  if (signs.has('strangeReader') && closed.at - first < DAY) signs.add('briefly');
}

/** More new passwords than these are a wave of them. */
function isFew(mailboxes: number): boolean {
  return mailboxes > 1 && mailboxes <= MOST_CHOSEN;
}

function addSignsOfHands(
  signs: Signs,
  { serious, lines, isMade, isDaily }: Episode,
  { trust, doors, byWho }: House,
  than: Against,
): void {
  const first = serious[0]?.at ?? 0;
  const away = serious.filter((line) => !trust.isKnownNet(line));
  const isRoaming = (line: Line): boolean =>
    trust.roams(line) || (trust.isKnownRole(line) && (isDaily || trust.isSeenAgain(line)));
  if (away.length > 0) signs.add(away.every(isRoaming) ? 'roaming' : 'newAddress');
  if (serious.some((line) => !trust.isKnownRole(line))) signs.add('newActor');
  if (serious.some((line) => isNewProgram(line, than))) signs.add('newProgram');
  const otherWork = serious.filter((line) => trust.isMover(line) && !isItsWay(line, doors, than));
  // People who help with a move do other work, too; a key that was made for it does not.
  if (otherWork.length > 0)
    signs.add(otherWork.some((line) => trust.isMadeHere(line) && hasOneKey(line, byWho)) ? 'moverKey' : 'otherWork');
  if (serious.filter(({ at }) => trust.isOddHour(at)).length * 2 > serious.length) signs.add('newHours');
  if (isMade) signs.add('freshUser');
  if ((signs.has('resets') || signs.has('manyResets')) && isLetIn(serious, lines)) signs.add('letIn');
  if (signs.has('otherBucket') && lines.some(({ deed, at }) => deed === 'setUp' && first - at < DAY))
    signs.add('ownMeans');
  const gone = signs.has('forwarding')
    ? lines.find(({ deed, at, act }) => deed === 'close' && at >= first && RULES.test(act.row.action))
    : undefined;
  if (gone !== undefined) {
    signs.add('ruleGone');
    signs.lasted ??= gone.at - first;
  }
  if (areDifferent(lines, ({ deed }) => deed === 'probe', MANY_PROBES)) signs.add('probing');
  if (areDifferent(lines, ({ deed, at }) => deed === 'look' && at <= first, MANY_LOOKS)) signs.add('lookingAround');
}

/** Whether a device may read a mailbox whose password is new. */
function isLetIn(serious: readonly Line[], lines: readonly Line[]): boolean {
  const mailboxes = new Set(serious.map(({ organization, mailbox }) => `${organization} ${mailbox}`));
  return lines.some(
    ({ action, act, organization, mailbox }) =>
      file().known.letsIn.workmail?.includes(action) === true &&
      act.contents.requestParameters?.effect === 'ALLOW' &&
      mailboxes.has(`${organization} ${mailbox}`),
  );
}

/** Whether all that somebody does is done with one key that stays, as programs do it. */
function hasOneKey({ act, whoNumber }: Line, byWho: House['byWho']): boolean {
  const { accessKey } = act.row;
  return (
    act.facts.actor.credentials === 'long-term' &&
    byWho(whoNumber).every((line) => line.act.row.accessKey === accessKey)
  );
}

/** Whether some lines make so many different calls. */
function areDifferent(lines: readonly Line[], isMeant: (line: Line) => boolean, many: number): boolean {
  const found = new Set<string>();
  for (const line of lines) {
    if (!isMeant(line)) continue;
    const { service, action } = line.act.call;
    found.add(`${service} ${action}`);
    if (found.size >= many) return true;
  }
  return false;
}

/** What was made in WorkMail, in small letters. */
function readersMade(lines: readonly Line[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of lines) if (line.deed === 'work') for (const id of line.made) found.add(id.toLowerCase());
  return found;
}

/** Whether a call opens mailboxes in the way in which whoever calls moves them. */
function isItsWay(line: Line, doors: Doors, { ways }: Against): boolean {
  const door = doors.doorOf(line);
  return door !== undefined && ways().get(line.who)?.has(door.through) === true;
}

function isNewProgram(line: Line, { programsOf, familyOf }: Against): boolean {
  if (line.netNumber === 0) return false;
  const known = programsOf(line);
  if (known.calls < MANY_CALLS) return false;
  const family = familyOf(line);
  return !BROWSERS.has(family) && !known.has(family);
}
