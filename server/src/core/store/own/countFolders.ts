import { ownLogNamed } from '../../read/own/ownLogs';
import { LOG_MASK } from '../ownColumns';
import type { GatheredReads } from './gatherReads';
import { READ } from './readKinds';
import { TupleNumbers } from './tupleNumbers';

/**
 * Different folders that were read or listed, by group. A folder has an id, a path, or both: where a row has but the path, rows that have
 * both say which id that is. A path is the same with a slash before it: which notation logs have is not documented. Undefined where it stays
 * open whether two are one.
 *
 * @param groupOf by row @param size how many groups there are @param seed a number that nobody who writes logs can know
 */
export function foldersIn(
  reads: GatheredReads,
  groupOf: Uint32Array,
  size: number,
  seed: number,
): readonly (number | undefined)[] {
  const { sameText } = reads;
  const different = differentFolders(reads, groupOf, seed);
  const paths = new Paths(reads);
  const found = Array.from({ length: size }, () => new Folders());
  for (let each = 0; each < different.size; each++) {
    const house = different.at(each, 1);
    const [id, path] = [sameText(house, different.at(each, 2)), sameText(house, different.at(each, 3))];
    found[different.at(each, 0)]?.add(id, paths.plain(path), different.at(each, 4));
  }
  const links = found.some(({ hasPathsAlone }) => hasPathsAlone) ? linksIn(reads, paths) : NO_LINKS;
  return found.map((each) => each.count(links));
}

const WIDTH = 5;

/** Of each row that counts as a folder its group, its house, the numbers of its id and its path there, and whose mailbox it is: the same few, again and again. */
function differentFolders(reads: GatheredReads, groupOf: Uint32Array, seed: number): TupleNumbers {
  const { kinds, tupleOf } = reads;
  const { houses, owners } = reads.tuples;
  const ids = reads.numbers('folderId');
  const paths = reads.numbers('folder');
  const different = new TupleNumbers(WIDTH, seed);
  const tuple = new Uint32Array(WIDTH);
  for (let row = 0; row < groupOf.length; row++) {
    if (((kinds[row] ?? 0) & READ.kind) !== READ.folder) continue;
    tuple[0] = groupOf[row] ?? 0;
    const ofRow = tupleOf[row] ?? 0;
    tuple[1] = houses[ofRow] ?? 0;
    tuple[2] = ids[row] ?? 0;
    tuple[3] = paths[row] ?? 0;
    tuple[4] = owners[ofRow] ?? 0;
    different.numberOf(tuple);
  }
  return different;
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
  #owner = 0;
  #isOpen = false;

  get hasPathsAlone(): boolean {
    return this.#paths.size > 0;
  }

  add(id: number, path: number, owner: number): void {
    this.#owner = owner;
    if (id !== 0) this.#ids.add(id);
    // Mailboxes have folders of the same path.
    else if (path === 0 || owner === 0) this.#isOpen = true;
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
