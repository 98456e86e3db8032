/** Of a text that is no id in a known form, so much is shown. UTF-16 units. */
const LONGEST = 24;

/**
 * An id cut to what tells it from the others at a glance, for behind a name: `3d9e2f1a-…`, `m-01234567…`, `S-1-1-11-…-1001`.
 * Where an id is needed as a whole, it must not come from here.
 */
export function shortId(id: string): string {
  if (/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(id)) return `${id.slice(0, 9)}…`;
  if (/^[a-z]-[0-9a-f]{32}$/i.test(id)) return `${id.slice(0, 10)}…`;
  // Of a security identifier the account stands at the end.
  const account = /^S-1-1-\d+-.*(-\d+)$/.exec(id)?.[1];
  if (account !== undefined) return `${/^S-1-1-\d+-/.exec(id)?.[0] ?? ''}…${account}`;
  if (id.length <= LONGEST) return id;
  return `${id.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
