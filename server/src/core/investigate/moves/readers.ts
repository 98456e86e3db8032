import { isMailCall } from '../../record';
import type { Door } from './door';
import type { Line } from './line';

/** What readers of mailboxes are called: calls name some of them by id, and tell elsewhere what these are called. */
export class Readers {
  readonly #lines: readonly Line[];
  #names: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  /** Whether somebody opens a mailbox to himself, as far as names tell. */
  isOwn({ name }: Door, { act }: Line): boolean {
    const called = [name, ...(this.#named().get(name) ?? [])].map(personIn);
    const own = [act.row.sessionName, act.row.actor].map(personIn).filter((person) => person !== '');
    return own.some((person) => called.includes(person));
  }

  #named(): ReadonlyMap<string, ReadonlySet<string>> {
    this.#names ??= namesIn(this.#lines);
    return this.#names;
  }
}

function namesIn(lines: readonly Line[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { act } of lines) {
    if (!isMailCall(act.facts.service)) continue;
    for (const { id, name } of act.facts.learned) {
      const key = id.toLowerCase();
      const known = found.get(key);
      if (known === undefined) found.set(key, new Set([name]));
      else known.add(name);
    }
  }
  return found;
}

/** `ida.novak@example.com`, `MailAdmin/ida.novak`: the person alone, in small letters. */
function personIn(text: string): string {
  const last = text.slice(text.lastIndexOf('/') + 1).toLowerCase();
  const at = last.indexOf('@');
  return at < 0 ? last : last.slice(0, at);
}
