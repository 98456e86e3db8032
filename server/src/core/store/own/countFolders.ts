import { ownLogNamed } from '../../read/own/ownLogs';
import { LOG_MASK } from '../ownColumns';
import type { GatheredReads } from './gatherReads';
import { TupleNumbers } from './tupleNumbers';

/**
 * Different folders that were read or listed, by group. A folder has an id, a path, or both: where a row has but the path, rows that have
 * both say which id that is. A path is the same with a slash before it: which notation logs have is not documented.
 */
export class FoldersOfGroups {
  readonly #reads: GatheredReads;
  /** Of each row its group, whose texts it has, and the numbers of its id and path there: the same few, again and again. */
  readonly #different: TupleNumbers;
  readonly #tuple = new Uint32Array(4);
  readonly #ids: Uint32Array;
  readonly #paths: Uint32Array;
  /** By group. */
  readonly #owners: number[] = [];

  /** @param seed a number that nobody who writes logs can know */
  constructor(reads: GatheredReads, seed: number) {
    this.#reads = reads;
    this.#different = new TupleNumbers(this.#tuple.length, seed);
    this.#ids = reads.numbers('folderId');
    this.#paths = reads.numbers('folder');
  }

  /** @param rows that are all of one mailbox */
  add(group: number, rows: Uint32Array): void {
    const { tupleOf, tuples } = this.#reads;
    const tuple = this.#tuple;
    tuple[0] = group;
    this.#owners[group] = tuples.owners[tupleOf[rows[0] ?? 0] ?? 0] ?? 0;
    for (let each = 0; each < rows.length; each++) {
      const row = rows[each] ?? 0;
      tuple[1] = tuples.houses[tupleOf[row] ?? 0] ?? 0;
      tuple[2] = this.#ids[row] ?? 0;
      tuple[3] = this.#paths[row] ?? 0;
      this.#different.numberOf(tuple);
    }
  }

  /** By group, once all are added; undefined where it stays open whether two are one. */
  counts(): (group: number) => number | undefined {
    const different = this.#different;
    const { sameText } = this.#reads;
    const paths = new Paths(this.#reads);
    const found = this.#owners.map((owner) => new Folders(owner));
    for (let each = 0; each < different.size; each++) {
      const house = different.at(each, 1);
      const [id, path] = [sameText(house, different.at(each, 2)), sameText(house, different.at(each, 3))];
      found[different.at(each, 0)]?.add(id, paths.plain(path));
    }
    const links = found.some(({ hasPathsAlone }) => hasPathsAlone) ? linksIn(this.#reads, paths) : NO_LINKS;
    return (group) => found[group]?.count(links);
  }
}

/** Which ids a path of a mailbox is told to have, and which ids have a path. */
interface Links {
  readonly idsOf: (owner: number, path: number) => ReadonlySet<number> | undefined;
  readonly isNamed: (id: number) => boolean;
}

const NO_LINKS: Links = { idsOf: () => undefined, isNamed: () => false };

/** Numbers of paths that are the same but for a slash before them. */
class Paths {
  readonly #texts: GatheredReads['texts'];
  readonly #known = new Map<number, number>();
  readonly #byText = new Map<string, number>();

  constructor({ texts }: GatheredReads) {
    this.#texts = texts;
  }

  /** One number for all of them; 0 for none. */
  plain(path: number): number {
    if (path === 0) return 0;
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    const text = this.#texts.textOf(path);
    const plain = text.startsWith('/') ? text.slice(1) : text;
    const found = this.#byText.get(plain) ?? path;
    this.#byText.set(plain, found);
    this.#known.set(path, found);
    return found;
  }
}

/** Folders of one group. */
class Folders {
  readonly #ids = new Set<number>();
  readonly #paths = new Set<number>();
  readonly #owner: number;
  #isOpen = false;

  /** @param owner the number of whose mailbox it is; 0 where that is not said */
  constructor(owner: number) {
    this.#owner = owner;
  }

  get hasPathsAlone(): boolean {
    return this.#paths.size > 0;
  }

  add(id: number, path: number): void {
    if (id !== 0) this.#ids.add(id);
    // Mailboxes have folders of the same path.
    else if (path === 0 || this.#owner === 0) this.#isOpen = true;
    else this.#paths.add(path);
  }

  count({ idsOf, isNamed }: Links): number | undefined {
    if (this.#isOpen) return undefined;
    let more = 0;
    const told = new Set(this.#ids);
    const unlinked: number[] = [];
    for (const path of this.#paths) {
      const ids = idsOf(this.#owner, path);
      if (ids === undefined) unlinked.push(path);
      else if (!Array.from(ids).some((id) => told.has(id))) {
        more++;
        for (const id of ids) told.add(id);
      }
    }
    const isOpen = unlinked.length > 0 && Array.from(this.#ids).some((id) => !isNamed(id));
    return isOpen ? undefined : this.#ids.size + more + unlinked.length;
  }
}

/** What all rows of the log that have both say of ids and paths. */
function linksIn(reads: GatheredReads, told: Paths): Links {
  const mailbox = ownLogNamed('mailbox-access')?.number ?? -1;
  const ofPath = new Map<string, Set<number>>();
  const named = new Set<number>();
  for (const { each } of reads.chunks) {
    const { own } = each.chunk;
    const [states, owners, paths, ids] = [
      own.audit('state'),
      reads.texts.of(own.texts, own.audit('owner')),
      reads.texts.of(own.texts, own.audit('folder')),
      reads.texts.of(own.texts, own.audit('folderId')),
    ];
    let last = '';
    for (let place = 0; place < own.count; place++) {
      const [id, path] = [ids[place] ?? 0, told.plain(paths[place] ?? 0)];
      if (id === 0 || path === 0 || ((states[place] ?? 0) & LOG_MASK) !== mailbox) continue;
      const key = `${owners[place]} ${path}`;
      if (`${key} ${id}` === last) continue;
      last = `${key} ${id}`;
      named.add(id);
      const known = ofPath.get(key) ?? new Set();
      ofPath.set(key, known.add(id));
    }
  }
  return { idsOf: (owner, path) => ofPath.get(`${owner} ${path}`), isNamed: (id) => named.has(id) };
}
