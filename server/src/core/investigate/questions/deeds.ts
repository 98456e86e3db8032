import { manyPhrases } from '../../../generated/phrases';
import { at } from '../../explain/members';
import { serviceLabel } from '../../explain/serviceLabel';
import type { Act } from '../act';
import type { Entities } from '../entities';
import { heaviestOf, rankOf } from './heaviestOf';
import { phraseOf } from './phrase';
import { counted } from './told';

/** What some calls did, for a row: `exported 12 mailboxes; listed users and 3 more calls`. What weighs most is told, as it happened. */
export function deeds(acts: readonly [Act, ...Act[]], entities: Entities): string {
  const kinds = new Map<string, [Act, ...Act[]]>();
  for (const act of acts) {
    const { source, action, outcome } = act.row;
    const kind = JSON.stringify([source, action, outcome === 'failed']);
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, [act]);
    else known.push(act);
  }
  const told = Array.from(kinds.values());
  const some = heaviestOf(told, MOST_KINDS, ([first]) => rankOf(first));
  const left = acts.length - some.reduce((sum, { length }) => sum + length, 0);
  const shown = some.map((kind) => deed(kind, entities));
  return `${shown.join('; ')}${left > 0 ? ` and ${counted(left, 'more call')}` : ''}`;
}

/** Of what somebody did, so many actions are told one by one. */
const MOST_KINDS = 2;

/** Of more calls nobody asks whether all did the same: to find that out takes long. */
const MOST_COMPARED = 200;

/** @param acts calls of one action, all of which failed or none */
function deed(acts: readonly [Act, ...Act[]], entities: Entities): string {
  const [first] = acts;
  const { action, outcome } = first.row;
  const times = acts.length === 1 ? '' : `, ${counted(acts.length, 'time')}`;
  if (outcome === 'failed') return `tried ${action}, which failed${times}`;
  const many = told(acts);
  if (many !== undefined) return many;
  const phrase = phraseOf(first, entities);
  const isOne = acts.length <= MOST_COMPARED && acts.every((act) => phraseOf(act, entities) === phrase);
  return isOne ? `${phrase}${times}` : `${phrase}, the first of ${counted(acts.length, 'such call')}`;
}

/** Undefined where all have one value, or none that is told. */
function told(acts: readonly [Act, ...Act[]]): string | undefined {
  const { source, action } = acts[0].row;
  const [before, name = '', behind] =
    manyPhrases().get(serviceLabel(source).toLowerCase())?.get(action)?.split(/[{}]/) ?? [];
  if (before === undefined || behind === undefined) return undefined;
  const values = new Set(acts.flatMap((act) => valueNamed(act, name) ?? []));
  return values.size < 2 ? undefined : `${before}${values.size.toLocaleString('en-US')}${behind}`;
}

function valueNamed({ row, contents }: Act, name: string): string | undefined {
  if (name === 'made') return row.made[0];
  const value = at(contents.requestParameters ?? undefined, ...name.split('.'));
  return typeof value === 'string' ? value : undefined;
}
