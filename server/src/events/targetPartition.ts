import { type Entities, groupLabel, identify, targetName } from '../core/index';
import { type FirstTarget, TargetNumbers } from '../core/store/targetNumbers';
import { KeyedGroups, type Partition } from './partition';
import type { RowsTogether } from './rowsTogether';

/** What the rows of some logs act upon first, as they say it: this does not change when another log teaches what is behind it. */
export interface SaidTargets {
  /** By number of the row: a number of `targets`. */
  readonly targetOf: Int32Array;
  readonly targets: TargetNumbers;
}

/** Looks up what all rows of some logs act upon. Yields between pieces. */
export function* saidTargets({ rows }: RowsTogether): Generator<void, SaidTargets> {
  // Nobody who writes logs can know which targets lead to one place.
  const targets = new TargetNumbers(Math.floor(Math.random() * 2 ** 32));
  const targetOf = new Int32Array(rows.count);
  for (const { piece, first } of rows.pieces) {
    targets.write(piece.chunk(), piece.from, piece.to, targetOf, first);
    yield;
  }
  return { targetOf, targets };
}

/** What is known of a group by target. */
interface Behind {
  readonly label: string;
  readonly organizationId: string;
  /** The ids and names that events say of it. */
  readonly texts: Set<string>;
}

/**
 * Rows by what is behind their first target: a mailbox is one thing, whether a call takes its id, its name or its address, as far as the
 * logs teach that they are the same.
 */
export function targetPartition({ targetOf, targets }: SaidTargets, entities: Entities): Partition {
  const numbers = new Map<string, number>();
  const behind: Behind[] = [];
  const groupOfTarget = new Int32Array(targets.size);
  for (let number = 0; number < targets.size; number++) {
    const told = targets.told(number);
    const key = keyOf(told, entities);
    const group = numbers.get(key) ?? behind.length;
    numbers.set(key, group);
    const { target } = told;
    const label = target === undefined ? groupLabel('target', '') : targetName(entities, told, target);
    const known = behind[group] ?? { label, organizationId: told.organizationId, texts: new Set() };
    behind[group] = known;
    if (target !== undefined) known.texts.add(target.id);
    groupOfTarget[number] = group;
  }
  const alike = new Map<string, number>();
  for (const { label } of behind) alike.set(label, (alike.get(label) ?? 0) + 1);
  const groups = new KeyedGroups(Array.from(numbers.keys()), (_, group) => {
    const { label = '', organizationId = '' } = behind[group] ?? {};
    return (alike.get(label) ?? 0) > 1 && organizationId !== '' ? `${label} in ${organizationId}` : label;
  });
  return {
    by: 'target',
    groupOf: targetOf.map((number) => groupOfTarget[number] ?? 0),
    groups: {
      size: groups.size,
      keyOf: (group) => groups.keyOf(group),
      numberOf: (key) => groups.numberOf(key),
      labelOf: (group) => groups.labelOf(group),
      textsOf: (group) => Array.from(behind[group]?.texts ?? []),
    },
  };
}

/** A name that no log explains stands for something in its organization alone. */
function keyOf(told: FirstTarget, entities: Entities): string {
  const { target, organizationId } = told;
  if (target === undefined) return '';
  const id = identify(entities, told, target);
  return target.named && id === target.id ? `${organizationId}/${id}` : id;
}
