import { catalog } from '../../generated/schemas';
import type { Weight } from '../check/schemaTypes';
import { ABSENT } from '../query/fieldKinds';
import type { FieldName } from '../query/fields';
import { addressExpression, PRIVATE_ADDRESSES, PRIVATE_IPV6 } from './addressExpression';
import { all, any, type Condition, not } from './condition';
import type { FieldMakings } from './making';
import { OUR_SERVICES } from './targetCondition';

type Said = Condition | string;

/** A word that a field gives a meaning of its own. @returns in one clause why an engine can't be asked for it */
export function wordCondition(field: FieldName, word: string, makings: FieldMakings): Said {
  if (field === 'outcome') return outcome(word, makings);
  if (field === 'is') return flag(word, makings);
  if (field === 'weight') return word === ABSENT ? not(weighed(undefined)) : weighed(undefined);
  if (field === 'address' && word === 'private') return privateAddress();
  if (field === 'address' && word === 'aws') return ofAws();
  const there: Condition =
    field === 'time' ? { kind: 'time', from: undefined, to: undefined } : { kind: 'there', looked: { field } };
  return word === ABSENT ? not(there) : there;
}

/** Whether the call is of an action that has one of the weights; undefined: of one that has any. */
export function weighed(weights: ReadonlySet<Weight> | undefined): Condition {
  const byService = new Map<string, string[]>();
  for (const [name, { eventSource, weight }] of catalog()) {
    if (weights !== undefined && !weights.has(weight)) continue;
    const service = eventSource.toLowerCase().replace(/\.amazonaws\.com$/, '');
    byService.set(service, [...(byService.get(service) ?? []), name.toLowerCase()]);
  }
  return any(
    Array.from(byService, ([service, actions]) =>
      all([
        { kind: 'equals', looked: { field: 'service' }, texts: [service] },
        { kind: 'equals', looked: { field: 'action' }, texts: actions },
      ]),
    ),
  );
}

function outcome(word: string, { failed }: FieldMakings): Said {
  const isFailed = any(failed.map((path): Condition => ({ kind: 'there', looked: { path } })));
  if (word === 'failed') return isFailed;
  return word === 'succeeded' ? not(isFailed) : 'no engine reads records that are too damaged to tell';
}

function flag(word: string, makings: FieldMakings): Said {
  const is = (field: FieldName, texts: readonly string[]): Condition => ({ kind: 'equals', looked: { field }, texts });
  switch (word) {
    case 'write':
    case 'read':
      return { kind: 'equals', looked: { flag: makings.readOnly }, texts: [word === 'read' ? 'true' : 'false'] };
    case 'failed':
      return outcome(word, makings);
    case 'workmail':
      return is('service', OUR_SERVICES);
    case 'root':
      return is('kind', ['root']);
    case 'service': {
      const there = (field: FieldName): Condition => ({ kind: 'there', looked: { field } });
      return any([is('kind', ['awsservice']), all([not(there('kind')), there('invokedby')])]);
    }
    default:
      return 'it is told from the text of records, and from what their actions may hold';
  }
}

function privateAddress(): Condition {
  const ranges = PRIVATE_ADDRESSES.map((range) => addressExpression(range)?.expression ?? '');
  return any(
    [...ranges, PRIVATE_IPV6].map(
      (expression): Condition => ({ kind: 'fits', looked: { field: 'address' }, expression }),
    ),
  );
}

function ofAws(): Condition {
  return { kind: 'fits', looked: { field: 'address' }, expression: '([.]amazonaws[.]com([.]cn)?$|^aws internal)' };
}
