/**
 * What records of several organizations are told apart by: nothing where they tell of one at most, since which fields a log has its owner
 * chose.
 *
 * @param organizations ids; empty where a record does not tell it
 */
export function housesApart(organizations: Iterable<string>): (organization: string) => string {
  const known = new Set(organizations);
  known.delete('');
  return known.size > 1 ? (organization) => organization : () => '';
}
