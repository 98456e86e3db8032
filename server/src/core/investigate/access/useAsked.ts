import type { Act } from '../act';
import type { PartOf } from '../own/ownEvidence';
import { takersAt, takingCalls } from '../own/roleTaken';
import type { Grounds } from '../questions/grounds';

/** Which uses of a role are told, and by what they are told apart. */
export interface UseAsked {
  /** What calls that take a role are told apart by. */
  readonly groupOf: (taking: Act) => string;
  /** From so many of these groups on what was done is told apart by them. */
  readonly fromGroups: number;
  /**
   * Whether something that was done is told.
   *
   * @param takers calls that may have taken the role for it
   * @param made calls that made the role
   */
  readonly keeps: (takers: readonly Act[], made: readonly Act[]) => boolean;
}

/** All, told apart by who took the role where several did. */
export const allUse: UseAsked = { groupOf: ({ actorKey }) => actorKey, fromGroups: 2, keeps: () => true };

/** What was done with a right that one of some calls gave or took. */
export function useAfter(isMeant: (act: Act) => boolean): UseAsked {
  return {
    groupOf: (act) => `${isMeant(act) ? 'asked' : 'by'} ${act.actorKey}`,
    fromGroups: 1,
    keeps: (takers, made) => made.some(isMeant) || takers.some(isMeant),
  };
}

/** What was done in the time of some calls that took a role; without any, what no call was found for. */
export function useBy(taking: readonly Act[]): UseAsked {
  const some = new Set(taking);
  return {
    ...useAfter((act) => some.has(act)),
    keeps: (takers) => (some.size === 0 ? takers.length === 0 : takers.some((act) => some.has(act))),
  };
}

/** Parts of the time for what was done by roles: by whom a role was taken in the fifteen minutes before. */
export function partsByTakers({ groupOf, fromGroups }: UseAsked, grounds: Grounds): PartOf {
  return (role, organization) => {
    const calls = takingCalls(role, organization, grounds);
    if (new Set(calls.map(groupOf)).size < fromGroups) return undefined;
    const takers = takersAt(calls);
    return (time) =>
      Array.from(new Set(takers(time).map(groupOf)))
        .sort()
        .join('\u0000');
  };
}
