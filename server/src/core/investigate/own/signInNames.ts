import type { OwnEvidence } from './ownEvidence';

/** The name that a user signed in with last, by the id of the user; of sign-ins that worked alone. */
export function signInNames(own: OwnEvidence): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  if (!own.counts.has('authentication')) return names;
  for (const record of own.records('authentication')) {
    if (record.allowed !== true) continue;
    const [id, name] = [record.text('user'), record.text('name')];
    if (id !== '' && name !== '') names.set(id, name);
  }
  return names;
}
