import type { Act } from '../act';

/** Organization and id of the role that a call makes, changes or takes: what is made is told by the answer. Empty where it is not told. */
export function roleOf({ contents, facts }: Act): string {
  const made = contents.responseElements?.impersonationRoleId ?? contents.requestParameters?.impersonationRoleId;
  const id = made ?? facts.targets.find(({ parameter }) => parameter === 'impersonationRoleId')?.id;
  return typeof id === 'string' ? `${facts.organizationId} ${id}` : '';
}
