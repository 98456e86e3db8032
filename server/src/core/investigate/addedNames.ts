import type { EntityKind } from '../check/schemaTypes';
import type { NamedId } from './nameLists';
import { byText } from './order';

/** A list of names that somebody has added, and what it is called. */
export interface NameList {
  /** As users know it, not escaped: the name of a file. */
  readonly label: string;
  readonly ids: readonly NamedId[];
}

/** What the added lists say of one id, the one added last first. */
export interface AddedName {
  readonly id: string;
  readonly kind: EntityKind;
  /** Empty where no list says it. */
  readonly organizationId: string;
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  readonly shown: readonly string[];
  /** The lists that name it, by position. */
  readonly lists: readonly number[];
  readonly isGone: boolean;
}

/** The names that were added to what the logs teach: what somebody has asked WorkMail for, as it was at that moment. */
export interface AddedNames {
  /** What the lists are called. */
  readonly labels: readonly string[];
  readonly byId: ReadonlyMap<string, AddedName>;
  /** By a name or an address. One that stands for several ids is not here: it proves nothing. */
  readonly idByName: ReadonlyMap<string, string>;
  /** Names that are not there for that, and one id that has other names in another list; each in the order of the alphabet. */
  readonly unsure: { readonly names: readonly string[]; readonly ids: readonly string[] };
}

export const noAddedNames: AddedNames = {
  labels: [],
  byId: new Map(),
  idByName: new Map(),
  unsure: { names: [], ids: [] },
};

/** More names of one id, or lists that name it, are not kept. */
const MOST = 8;

/** @param lists in the order they were added: of what they say differently, the last one is told first */
export function addedNamesOf(lists: readonly NameList[]): AddedNames {
  const byId = new Map<string, AddedName>();
  const renamed = new Set<string>();
  for (const [at, { ids }] of lists.entries()) {
    // One for all ids of a list: there may be a million.
    const alone = [at];
    for (const named of ids) {
      const known = byId.get(named.id);
      if (known !== undefined && differ(known, named)) renamed.add(named.id);
      byId.set(named.id, known === undefined ? { ...named, lists: alone } : both(known, named, at));
    }
  }
  const { idByName, unsure } = idsByName(byId.values());
  return {
    labels: lists.map(({ label }) => label),
    byId,
    idByName,
    unsure: { names: Array.from(unsure).sort(byText), ids: Array.from(renamed).sort(byText) },
  };
}

function differ(known: AddedName, { names, addresses }: NamedId): boolean {
  return isOther(known.names, names) || isOther(known.addresses, addresses);
}

/** A list that does not tell a name does not contradict one that does. */
function isOther(known: readonly string[], told: readonly string[]): boolean {
  return known.length > 0 && told.some((text) => !known.includes(text));
}

function both(known: AddedName, named: NamedId, at: number): AddedName {
  return {
    id: named.id,
    kind: named.kind === 'entity' ? known.kind : named.kind,
    organizationId: named.organizationId === '' ? known.organizationId : named.organizationId,
    names: together(named.names, known.names),
    addresses: together(named.addresses, known.addresses),
    shown: together(named.shown, known.shown),
    lists: known.lists.includes(at) ? known.lists : [...known.lists, at].slice(-MOST),
    isGone: named.isGone,
  };
}

function together(first: readonly string[], others: readonly string[]): readonly string[] {
  if (others.every((text) => first.includes(text))) return first;
  return Array.from(new Set([...first, ...others])).slice(0, MOST);
}

function idsByName(all: Iterable<AddedName>): { idByName: Map<string, string>; unsure: Set<string> } {
  const idByName = new Map<string, string>();
  const unsure = new Set<string>();
  const gone: AddedName[] = [];
  const put = ({ id, names, addresses }: AddedName, isTaken: (name: string) => boolean): void => {
    for (const name of [...names, ...addresses]) {
      if (name === id || isTaken(name)) continue;
      const other = idByName.get(name);
      if (other !== undefined && other !== id) unsure.add(name);
      idByName.set(name, id);
    }
  };
  for (const named of all) {
    if (named.isGone) gone.push(named);
    else put(named, () => false);
  }
  // What was deleted has left its name to whoever has it now.
  const live = new Set(gone.length === 0 ? [] : idByName.keys());
  for (const named of gone) put(named, (name) => live.has(name));
  for (const name of unsure) idByName.delete(name);
  return { idByName, unsure };
}

/** What the lists are called that name an id. */
export function labelsOf({ labels }: AddedNames, { lists }: AddedName): readonly string[] {
  return lists.flatMap((at) => labels[at] ?? []);
}

/** What stands for an id, and what is told of it beside. */
export function textsOfAdded({ names, addresses, shown }: AddedName): readonly string[] {
  return [...names, ...addresses, ...shown];
}
