import type { EntityKind } from '../../check/schemaTypes';
import { type Entities, entityOf, nameIn } from '../entities';
import { weightRank } from './grounds';
import type { Answered } from './readingOrder';

/** What lists of names name. */
const NAMED: ReadonlySet<EntityKind | undefined> = new Set<EntityKind | undefined>([
  'entity',
  'user',
  'group',
  'resource',
]);

/** Of one finding so many acts are looked at: nobody adds names for the last mailbox of thousands alone. */
const MOST_ACTS = 1000;

/** Ids of mailboxes and groups that findings of weight are about and that nothing names, each once. */
export function unnamedIds(answers: readonly Answered[], entities: Entities): readonly string[] {
  const found = new Set<string>();
  for (const { answer } of answers)
    for (const { weight, acts } of answer.findings) {
      if (weightRank[weight] > weightRank.medium) continue;
      for (const { facts } of acts.slice(0, MOST_ACTS))
        for (const { entity, named, id } of facts.targets)
          if (!named && NAMED.has(entity) && nameIn(entityOf(entities, facts.organizationId, id)) === undefined)
            found.add(id);
    }
  return Array.from(found);
}
