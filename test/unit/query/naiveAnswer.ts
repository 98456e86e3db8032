import assert from 'node:assert/strict';
import type { FieldName, Question, QuestionRow } from '../../../server/src/core';
import type { Pattern, TimeSpan, Value, WeightBound } from '../../../server/src/core/query/question';

/** Whether a row answers a question, told in the plainest way: what the compiled question is held against. */
export function naiveAnswer(question: Question, row: QuestionRow): boolean {
  switch (question.kind) {
    case 'all':
      return question.of.every((part) => naiveAnswer(part, row));
    case 'any':
      return question.of.some((part) => naiveAnswer(part, row));
    case 'not':
      return !naiveAnswer(question.of, row);
    case 'found': {
      const { action, service, actor, errorCode, accessKey, address, eventID } = row;
      const texts = [action, service, actor, errorCode, accessKey, address, eventID, ...row.targets];
      return texts.some((text) => question.texts.some((asked) => expression(asked).test(text)));
    }
    case 'field':
      return question.values.some((value) => has(question.field, value, row));
  }
}

const TEXTS: Partial<Readonly<Record<FieldName, keyof QuestionRow>>> = {
  service: 'service',
  action: 'action',
  error: 'errorCode',
  region: 'region',
  account: 'account',
  actor: 'actor',
  arn: 'actorArn',
  id: 'actorId',
  kind: 'actorKind',
  key: 'accessKey',
  session: 'sessionName',
  issuer: 'sessionIssuer',
  invokedby: 'invokedBy',
  address: 'address',
  agent: 'userAgent',
  event: 'eventID',
  request: 'requestID',
  shared: 'sharedEventID',
  file: 'file',
  organization: 'organization',
  category: 'category',
  type: 'type',
};

/** Fields that only events of WorkMail's own logs have. */
const OWN: Partial<Readonly<Record<FieldName, Parameters<NonNullable<QuestionRow['own']>>[0]>>> = {
  owner: 'owner',
  protocol: 'protocol',
  item: 'item',
  impersonator: 'impersonator',
  folder: 'folder',
  message: 'message',
  sender: 'from',
  mailto: 'recipients',
};

function has(field: FieldName, value: Value, row: QuestionRow): boolean {
  if (value.kind === 'time') return happened(field, value, row.time);
  if (value.kind === 'weight') return weighs(value, row.weight);
  if (value.kind === 'word') return holds(field, value.word, row);
  if (field === 'text') return expression(value).test(row.raw?.() ?? '');
  if (field === 'address' && addressesOf(value).includes(row.address)) return true;
  const domain = field === 'service' && endsInDomain(value) ? '.amazonaws.com' : '';
  return textsOf(field, row).some((text) => expression(value, '^', '$').test(text + domain));
}

function textsOf(field: FieldName, row: QuestionRow): readonly string[] {
  if (field === 'made') return row.made;
  if (field === 'names') return row.named;
  const own = OWN[field];
  if (own !== undefined) return (row.own?.(own) ?? '').split('\n');
  const key = TEXTS[field];
  return key === undefined ? row.targets : [String(row[key])];
}

function holds(field: FieldName, word: string, row: QuestionRow): boolean {
  if (word === 'any') return isThere(field, row);
  if (word === 'none') return !isThere(field, row);
  if (field === 'outcome') return row.outcome === word;
  const meanings: Readonly<Record<string, boolean>> = {
    write: row.readOnly === false,
    read: row.readOnly === true,
    failed: row.outcome === 'failed',
    malformed: row.malformed,
    workmail: /^workmail(messageflow)?$/i.test(row.service),
    root: /^root$/i.test(row.actorKind),
    service: /^awsservice$/i.test(row.actorKind) || (row.actorKind === '' && row.invokedBy !== ''),
    private: LOCAL.includes(row.address),
    aws: /^aws internal|\.amazonaws\.com$/i.test(row.address),
  };
  assert.ok(Object.hasOwn(meanings, word), word);
  return meanings[word] === true;
}

function isThere(field: FieldName, row: QuestionRow): boolean {
  if (field === 'time') return !Number.isNaN(row.time);
  if (field === 'weight') return row.weight !== undefined;
  return textsOf(field, row).some((text) => text !== '');
}

/** Times of one form are ordered like their letters. */
function happened(field: FieldName, { from, to }: TimeSpan, time: number): boolean {
  if (Number.isNaN(time)) return false;
  const written = new Date(time).toISOString();
  const since = (text: string): boolean => written.slice(0, text.length) >= text;
  if (field === 'after') return since(from ?? '');
  if (field === 'before') return !since(from ?? '');
  return since(from ?? '') && written.slice(0, to?.length ?? 0) <= (to ?? '');
}

function weighs({ relation, weight }: WeightBound, found: QuestionRow['weight']): boolean {
  if (found === undefined) return false;
  const order = ['info', 'low', 'medium', 'high', 'critical'];
  const apart = order.indexOf(found) - order.indexOf(weight);
  if (apart === 0) return relation.endsWith('=');
  return relation.startsWith(apart > 0 ? '>' : '<');
}

function expression({ parts }: Pattern, before = '', behind = ''): RegExp {
  const source = parts.map((part) => {
    if ('literal' in part)
      return part.literal.replace(/[^a-z0-9]/gi, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return part.wildcard === '*' ? '[^]*' : '[^]';
  });
  return new RegExp(before + source.join('') + behind, 'i');
}

function endsInDomain({ parts }: Pattern): boolean {
  const last = parts.at(-1);
  return last !== undefined && 'literal' in last && last.literal.endsWith('.amazonaws.com');
}

/** Those addresses of the rows that no other network knows. */
const LOCAL = ['10.0.0.1', '::1', '::ffff:10.0.0.1'];

/** The addresses of the rows that a pattern means beside its text. */
function addressesOf({ parts }: Pattern): readonly string[] {
  const [only] = parts;
  if (parts.length !== 1 || only === undefined || !('literal' in only)) return [];
  if (only.literal === '10.0.0.1' || only.literal === '10.0.0.0/8') return ['10.0.0.1', '::ffff:10.0.0.1'];
  return only.literal === '2001:db8::/32' ? ['2001:DB8:0::7'] : [];
}
