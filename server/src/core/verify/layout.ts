/**
 * Where the objects of a bucket lie in a place. A copy may begin anywhere: at the bucket, above it, in `AWSLogs`, in the folder of an account; there may
 * be several of parts of it; or all files lie side by side, without the folders they were in.
 */
export interface Layout {
  readonly at: (key: string) => PlacedAt;
}

/** Where an object lies, or should. */
export interface PlacedAt {
  /** The path at which it should lie, also where nothing is; its key where the place does not reach that far. */
  readonly path: string;
  readonly isOutside: boolean;
  /** The file that is there. */
  readonly file: string | undefined;
}

/** A file that should be a certain object, by its name or by what it says. */
export interface Placed {
  readonly file: string;
  readonly key: string;
}

/** What has to be taken off the beginning of a key, and put there, to make a path of it. Both end in a slash or are empty. */
interface Base {
  readonly off: string;
  readonly on: string;
}

/** Of files that are called alike no more are asked where they lie. */
const MOST_VOTES = 4;

/** Files of a place by the last part of their paths, without `.gz`. */
export class FilesByName {
  readonly #files: Iterable<string>;
  /** Nearly every name is that of one file. */
  readonly #byName = new Map<string, string | string[]>();
  #paths: ReadonlySet<string> | undefined;

  /** @param files none twice */
  constructor(files: Iterable<string>) {
    this.#files = files;
    for (const file of files) {
      const name = nameIn(file);
      const others = this.#byName.get(name);
      if (others === undefined) this.#byName.set(name, file);
      else if (typeof others === 'string') this.#byName.set(name, [others, file]);
      else others.push(file);
    }
  }

  /** All files that are called as an object is, in any folder, packed or not. */
  calledLike(key: string): readonly string[] {
    const called = this.#byName.get(nameIn(key)) ?? [];
    return typeof called === 'string' ? [called] : called;
  }

  /**
   * The file at a path, also if it was unpacked there and lost `.gz`.
   *
   * @param called those that are called as it is
   * @param on its folder or one above it, with a slash at its end, or nothing
   * @param rest what stands behind that
   */
  at(called: readonly string[], on: string, rest: string): string | undefined {
    // To put paths together and look them up takes longer than everything else that is done with a log.
    if (called.length <= MOST_VOTES)
      return (
        called.find((file) => isJoined(file, on, rest)) ?? called.find((file) => isJoined(file, on, withoutGz(rest)))
      );
    this.#paths ??= new Set(this.#files);
    return [on + rest, on + withoutGz(rest)].find((path) => this.#paths?.has(path));
  }
}

function isJoined(path: string, on: string, rest: string): boolean {
  return path.length === on.length + rest.length && path.endsWith(rest) && path.startsWith(on);
}

/**
 * Finds out how a bucket was copied, by the majority of its files: single ones may have been renamed or moved.
 *
 * @param keys of what should lie there
 * @param placed digests, which say of themselves what they are
 */
export function layoutOf(keys: Iterable<string>, placed: readonly Placed[], files: FilesByName): Layout {
  const votes = new Map<string, Vote>();
  let last: Vote | undefined;
  const folders = { ofFiles: new Folders(), ofKeys: new Folders() };
  const vote = (file: string, key: string): void => {
    folders.ofFiles.add(file);
    folders.ofKeys.add(key);
    const base = baseOf(file, key);
    if (last === undefined || base.off !== last.base.off || base.on !== last.base.on) {
      const id = `${base.off}\n${base.on}`;
      last = votes.get(id) ?? { base, isCopy: isWhole(key.slice(base.off.length)), count: 0 };
      votes.set(id, last);
    }
    last.count++;
  };
  for (const { file, key } of placed) if (nameIn(file) === nameIn(key)) vote(file, key);
  let found = placed.length;
  for (const key of keys) {
    const called = files.calledLike(key);
    if (called.length > 0) found++;
    for (const file of called.slice(0, MOST_VOTES)) vote(file, key);
  }
  const inOrder = [...votes.values()].sort((left, right) => right.count - left.count);
  const [most = { base: { off: '', on: '' }, count: 0 }] = inOrder;
  const isFlat = !folders.ofFiles.areSeveral && folders.ofKeys.areSeveral;
  const copies = inOrder.filter((each) => each.isCopy).slice(0, MOST_COPIES);
  const parts = partsIn(inOrder);
  const countIn = (each: readonly { readonly count: number }[]): number =>
    each.reduce((sum, { count }) => sum + count, 0);
  if (isFlat || Math.max(countIn(parts), countIn(copies)) * 2 < found)
    return {
      at: (key) => {
        const [file] = files.calledLike(key);
        return { path: file ?? lastPart(key), isOutside: false, file };
      },
    };
  const bases = Array.from(new Set([most, ...copies, ...parts]), ({ base }) => base);
  return { at: (key) => placedAt(key, bases, files) };
}

/** @param bases the likeliest first */
function placedAt(key: string, bases: readonly Base[], files: FilesByName): PlacedAt {
  const called = files.calledLike(key);
  let likeliest: string | undefined;
  for (const { off, on } of bases) {
    if (!key.startsWith(off)) continue;
    const rest = key.slice(off.length);
    const file = files.at(called, on, rest);
    if (file !== undefined)
      return { path: file.length === on.length + rest.length ? file : on + rest, isOutside: false, file };
    likeliest ??= on + rest;
  }
  return { path: likeliest ?? key, isOutside: likeliest === undefined, file: undefined };
}

/** The folders that paths lie in. */
class Folders {
  #first: string | undefined;
  #areSeveral = false;

  get areSeveral(): boolean {
    return this.#areSeveral;
  }

  add(path: string): void {
    if (this.#areSeveral) return;
    this.#first ??= folderOf(path);
    this.#areSeveral = folderOf(path) !== this.#first;
  }
}

/** How many files were copied alike. */
interface Vote {
  readonly base: Base;
  /** Of a bucket, or of an account in it. */
  readonly isCopy: boolean;
  count: number;
}

/** The whole of a bucket, or of an account in it, is not copied more often than this. */
const MOST_COPIES = 8;
/** Parts of a bucket that are copied one by one, such as days, are not more than this. */
const MOST_PARTS = 400;

/**
 * Parts of a bucket that were copied to places of their own, such as logs and digests into two folders. A part that lies within one that is already
 * here is none: its files were moved.
 *
 * @param inOrder the likeliest first
 */
function partsIn<T extends { readonly base: Base }>(inOrder: readonly T[]): readonly T[] {
  const parts: T[] = [];
  for (const each of inOrder) {
    if (parts.length === MOST_PARTS) break;
    if (!parts.some(({ base }) => each.base.off.startsWith(base.off))) parts.push(each);
  }
  return parts;
}

/** What is left of both when their common end is taken away. */
function baseOf(file: string, key: string): Base {
  // The last parts are alike but for `.gz`, which one of them may lack.
  let [inFile, inKey] = [file.lastIndexOf('/') + 1, key.lastIndexOf('/') + 1];
  while (inFile > 0 && inKey > 0) {
    const [atFile, atKey] = [file.lastIndexOf('/', inFile - 2) + 1, key.lastIndexOf('/', inKey - 2) + 1];
    if (file.slice(atFile, inFile) !== key.slice(atKey, inKey)) break;
    [inFile, inKey] = [atFile, atKey];
  }
  return { off: key.slice(0, inKey), on: file.slice(0, inFile) };
}

/** Whether what is left of a key is all of it from the folder of its kind on: a single file that was moved has less in common with its key. */
function isWhole(rest: string): boolean {
  return /(?:^|\/)CloudTrail(?:-[A-Za-z]+)?\//.test(rest);
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, path.endsWith('.gz') ? -3 : undefined);
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function withoutGz(path: string): string {
  return path.endsWith('.gz') ? path.slice(0, -3) : path;
}
