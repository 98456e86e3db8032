import { maybeSameHouse } from '../own/house';
import type { OwnRecord } from '../own/ownEvidence';
import { isByToken } from '../own/readDoors';
import { textsOf } from '../own/readingTold';
import { recordsTold } from '../own/recordsTold';
import type { Finding } from './answer';
import type { Grounds } from './grounds';
import { few } from './phrase';
import { counted, when } from './told';

const TOKENS = 'personal-access-token';

/** Personal access tokens that users tried to make, each with sign-ins by a token that came after. The log of tokens does not say whether it worked, nor which token it was. */
export function tokensMade({ evidence }: Grounds): readonly Finding[] {
  const own = evidence.own();
  if (!own.counts.has(TOKENS)) return [];
  const uses = own.counts.has('authentication')
    ? own.records('authentication').filter((record) => record.allowed === true && isByToken(record))
    : undefined;
  const deleted = own.records(TOKENS, 'delete');
  return own.records(TOKENS, 'create').flatMap((made) => toldToken(made, uses, deleted));
}

/** Tokens that users tried to delete, of which these logs do not tell that they were made. */
export function tokensDeleted({ evidence }: Grounds): readonly Finding[] {
  const own = evidence.own();
  if (!own.counts.has(TOKENS)) return [];
  const made = own.records(TOKENS, 'create');
  return own
    .records(TOKENS, 'delete')
    .filter((deleted) => !made.some((each) => isSameToken(each, deleted)))
    .flatMap((deleted) =>
      recordsTold([deleted], {
        kind: 'token-deleted',
        weight: 'info',
        what: tried('delete', deleted),
        more: ['that it was made, these logs do not tell'],
        entities: [deleted.text('user')],
      }),
    );
}

function toldToken(
  made: OwnRecord,
  uses: readonly OwnRecord[] | undefined,
  deletions: readonly OwnRecord[],
): readonly Finding[] {
  const after = (uses ?? []).filter((use) => isSameUser(made, use) && use.time >= made.time);
  const deleted = deletions.filter((each) => isSameToken(made, each));
  return recordsTold([made, ...after], {
    kind: 'token-made',
    weight: 'medium',
    what: tried('make', made),
    more: [
      usedWords(made, uses, after),
      ...(deleted.length === 0
        ? []
        : [`then tried to delete one of that name, ${when(deleted.map(({ act }) => act))}`]),
    ],
    entities: [made.text('user'), ...textsOf(after.map((use) => use.text('token')))],
    calls: deleted.map(({ act }) => act),
  });
}

function usedWords(made: OwnRecord, uses: readonly OwnRecord[] | undefined, after: readonly OwnRecord[]): string {
  if (uses === undefined) return 'the authentication log, which tells of sign-ins by a token, is not here';
  // Fields that were not chosen leave open what may have come.
  const isOpen = [made, ...uses].some((each) => Number.isNaN(each.time) || !namesUser(each));
  if (after.length === 0 && isOpen)
    return 'whether a sign-in by a token of this user came after it, these logs do not tell';
  if (after.length === 0 && uses.length === 0) return 'of no sign-in do these logs tell that it was by a token';
  if (after.length === 0) return 'no sign-in by a token of this user comes after it in these logs';
  const from = textsOf(after.map(({ address }) => address));
  const where = from.length === 0 ? '' : `, from ${few(from)}`;
  return `${counted(after.length, 'sign-in')} by a token of this user after it${where} (by time)`;
}

function tried(what: string, record: OwnRecord): string {
  const name = record.text('tokenName');
  const who = record.text('name') || record.text('user') || 'A user who is not told';
  const from = record.address === '' ? '' : ` from ${record.address}`;
  return `${who} tried to ${what} a personal access token${name === '' ? '' : ` ${name}`}${from}`;
}

function namesUser(record: OwnRecord): boolean {
  return record.text('user') !== '' || record.text('name') !== '';
}

/** By the id of the user; by the name where one of the records has no id. */
function isSameUser(left: OwnRecord, right: OwnRecord): boolean {
  if (!maybeSameHouse(left.organization, right.organization)) return false;
  const [id, other] = [left.text('user'), right.text('user')];
  if (id !== '' && other !== '') return id === other;
  const name = left.text('name').toLowerCase();
  return name !== '' && name === right.text('name').toLowerCase();
}

/** Names are all that tells tokens of a user apart in their log. */
function isSameToken(made: OwnRecord, deleted: OwnRecord): boolean {
  const name = made.text('tokenName');
  return name !== '' && name === deleted.text('tokenName') && isSameUser(made, deleted) && deleted.time >= made.time;
}
