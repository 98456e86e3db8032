import type { Act } from '../investigate/act';
import type { Use } from '../investigate/evidence';
import type { RowField } from '../investigate/rowFields';
import { anyOf, exactly, type FieldTerm, type Question } from '../query/question';
import { GroupStored } from './groupStored';
import { Picker } from './picker';
import { placelessRow, type SpeakingRows } from './speakingRows';

/** What uses are told apart by, in the order of their values. */
const FIELDS = [
  'kind',
  'arn',
  'actor',
  'issuer',
  'accessKeyId',
  'address',
  'userAgent',
  'account',
  'region',
  'service',
  'action',
] as const satisfies readonly RowField[];

/** What the actors of some acts did, in every service. The order says nothing. @param seed a number that nobody who writes logs can know */
export function usesOf(rows: readonly SpeakingRows[], acts: readonly Act[], seed: number): readonly Use[] {
  const picker = new Picker(byActorsOf(acts), placelessRow);
  const groups = new GroupStored(FIELDS, placelessRow, seed);
  for (const { chunk, rows: speaking } of rows) {
    const picked = picker.pick(chunk, speaking.slice());
    if (picked.length > 0) groups.add(chunk, picked);
  }
  return groups.groups().map(({ values, count, failed, first, last }) => {
    const [kind, arn, actor, issuer, accessKey, address, userAgent, account, region, service, action] =
      values.map(String);
    return {
      kind: kind ?? '',
      arn: arn ?? '',
      actor: actor ?? '',
      issuer: issuer ?? '',
      accessKey: accessKey ?? '',
      address: address ?? '',
      userAgent: userAgent ?? '',
      account: account ?? '',
      region: region ?? '',
      service: service ?? '',
      action: action ?? '',
      count,
      failed,
      first,
      last,
    };
  });
}

/** Everything by the keys and ARNs that somebody acted with. */
function byActorsOf(acts: readonly Act[]): Question {
  const [keys, arns] = [new Set<string>(), new Set<string>()];
  for (const { row, facts } of acts) {
    if (facts.actor.kind === 'aws-service') continue;
    if (row.accessKey !== '') keys.add(row.accessKey);
    if (row.actorArn !== '') arns.add(row.actorArn);
  }
  return anyOf([among('key', keys), among('arn', arns)]);
}

function among(field: FieldTerm['field'], texts: ReadonlySet<string>): Question {
  return texts.size === 0 ? anyOf([]) : { kind: 'field', field, values: Array.from(texts, exactly) };
}
