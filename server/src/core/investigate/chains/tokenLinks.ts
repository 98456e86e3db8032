import { howSure } from '../access/accessLink';
import type { OwnRecord } from '../own/ownEvidence';
import type { Grounds } from '../questions/grounds';
import { counted, when } from '../questions/told';
import type { Link } from './link';

/** Tokens that a user tried to make before they signed in by one: no log says which token it is. */
export function tokensMade(record: OwnRecord, grounds: Grounds): readonly Link[] {
  if (record.log !== 'authentication' || record.text('token') === '') return [];
  const made = ofUser(record, 'personal-access-token', grounds).filter(
    ({ what, time }) => what === 'create' && time <= record.time,
  );
  return linkOf('made-key', `The user tried to make ${counted(made.length, 'personal access token')}`, made);
}

/** Sign-ins by a token of the user after one was made. */
export function tokensUsed(record: OwnRecord, grounds: Grounds): readonly Link[] {
  if (record.log !== 'personal-access-token' || record.what !== 'create') return [];
  const used = ofUser(record, 'authentication', grounds).filter(
    (each) => each.text('token') !== '' && each.allowed !== false && each.time >= record.time,
  );
  return linkOf('signed-in', `The user signed in ${counted(used.length, 'time')} by a personal access token`, used);
}

function ofUser(record: OwnRecord, log: string, { evidence }: Grounds): readonly OwnRecord[] {
  const [own, user] = [evidence.own(), record.text('user')];
  if (user === '' || !own.counts.has(log)) return [];
  return own.records(log).filter((each) => each.text('user') === user);
}

function linkOf(kind: Link['kind'], words: string, records: readonly OwnRecord[]): readonly Link[] {
  const [act, ...others] = records.map((each) => each.act);
  if (act === undefined) return [];
  const why = 'the same user; which token it is no log says';
  const sentence = `${words}, ${when([act, ...others])}${howSure('by-time', why)}.`;
  return [{ kind, sentence, strength: 'by-time', act, ...(others.length > 0 && { others }) }];
}
