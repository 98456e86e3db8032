import { thingPlaces } from '../../generated/things';
import type { EntityKind } from '../check/schemaTypes';
import { prefixWord } from '../explain/values/keyPrefixes';
import type { Name } from './name';

/** As what field of an answer a thing of a kind is told by the call that makes it. */
const ANSWERS: ReadonlyMap<EntityKind, readonly string[]> = new Map<EntityKind, readonly string[]>([
  ['organization', ['organizationId']],
  ['user', ['userId']],
  ['group', ['groupId']],
  ['resource', ['resourceId']],
  ['entity', ['userId', 'groupId', 'resourceId']],
  ['role', ['impersonationRoleId']],
  ['job', ['jobId']],
]);

/**
 * Which calls make or give out what a value names, whatever the logs hold: `iam CreateAccessKey`. None where nobody knows.
 *
 * @param entity what the schema of the record's action says that the value is; undefined where it says nothing
 */
export function wouldMake({ kind, text }: Name, entity: EntityKind | undefined): readonly string[] {
  if (kind === 'key') {
    const isTemporary = prefixWord(text)?.lifetime === 'temporary';
    return callsThatMake(isTemporary ? 'sts' : 'iam', ['accessKeyId']);
  }
  if (kind === 'session') return callsThatMake('sts', ['arn']);
  return kind === 'thing' && entity !== undefined ? callsThatMake('workmail', ANSWERS.get(entity) ?? []) : [];
}

function callsThatMake(service: string, fields: readonly string[]): readonly string[] {
  const calls: string[] = [];
  for (const [action, { makes }] of thingPlaces().get(service) ?? []) {
    const isMade = makes.some(
      (path) => path[0]?.name === 'responseElements' && fields.includes(path.at(-1)?.name ?? ''),
    );
    if (isMade) calls.push(`${service} ${action}`);
  }
  return calls;
}
