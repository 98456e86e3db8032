import type { FoundDigest } from './claims';
import { readDigest, type S3Object } from './digest';
import { digestName } from './digestName';
import { FilesByName, type Layout, layoutOf, type Placed, type PlacedAt } from './layout';
import { reasons } from './reasons';
import type { SeenContent, SeenFile } from './seenFile';

/** The files of a place, by what they are. */
export interface SortedFiles {
  readonly digests: readonly FoundDigest[];
  /** Files that are called like digests, or that others name as digests, and are none that can be read. */
  readonly unreadable: readonly UnreadableDigest[];
  /** All others. */
  readonly others: ReadonlyMap<string, SeenFile['content']>;
  readonly at: (object: S3Object) => PlacedAt;
}

/** A digest of which nothing is known but its name. */
export interface UnreadableDigest {
  readonly file: string;
  readonly reason: string;
  /** It is there and wrong, and not only out of reach. */
  readonly isChanged: boolean;
}

/** Tells digests from other files, and finds out where objects of S3 lie in a place. */
export function sortFiles(files: readonly SeenFile[]): SortedFiles {
  const byName = new FilesByName(files.map(({ file }) => file));
  const read: Omit<FoundDigest, 'fault'>[] = [];
  const damaged = new Map<string, string>();
  const unreadable: UnreadableDigest[] = [];
  const others = new Map<string, SeenFile['content']>();
  for (const { file, content } of files) {
    const isCalledDigest = digestName(file) !== undefined;
    if ('failure' in content) {
      if (isCalledDigest) unreadable.push({ file, reason: reasons.unread(content.failure), isChanged: false });
      else others.set(file, content);
      continue;
    }
    const digest = content.digestText === undefined ? NO_TEXT : readDigest(content.digestText);
    if (typeof digest !== 'string') {
      const { sha256, isPacked, behind } = content;
      read.push({ file, sha256, digest, isPacked, behind });
      if (content.damage !== undefined) damaged.set(file, reasons.digestDamaged);
    } else if (isCalledDigest) {
      unreadable.push({ file, reason: unreadableReason(content, digest), isChanged: true });
    } else {
      others.set(file, content);
    }
  }
  const at = placing(read, byName);
  const previous = new Set(
    read.flatMap(({ digest }) => (digest.previous === undefined ? [] : [at(digest.previous.object).file])),
  );
  for (const [file, content] of others) {
    if (!previous.has(file)) continue;
    others.delete(file);
    const isChanged = !('failure' in content);
    const reason = isChanged ? unreadableReason(content, NO_TEXT) : reasons.unread(content.failure);
    unreadable.push({ file, reason, isChanged });
  }
  const digests = read.map((found) => ({ ...found, fault: damaged.get(found.file) ?? faultOf(found, at, previous) }));
  return { digests, unreadable, others, at };
}

const NO_TEXT = 'its text is not JSON';

function unreadableReason({ damage }: SeenContent, why: string): string {
  return damage === undefined ? reasons.notADigest(why) : reasons.digestDamaged;
}

/** A digest that lies where another one belongs. */
function faultOf(
  { file, digest }: Omit<FoundDigest, 'fault'>,
  at: SortedFiles['at'],
  previous: ReadonlySet<string | undefined>,
): string | undefined {
  const { path, file: there } = at(digest.object);
  if (there === file || `${file}.gz` === path) return undefined;
  const isPlaceOfOther = previous.has(file) || digestName(file) !== undefined;
  return isPlaceOfOther ? reasons.elsewhere(digest.object.key) : undefined;
}

/** For each bucket as it was copied. */
function placing(read: readonly Omit<FoundDigest, 'fault'>[], byName: FilesByName): SortedFiles['at'] {
  const keys = new Map<string, string[]>();
  const placed = new Map<string, Placed[]>();
  for (const { file, digest } of read) {
    addTo(placed, digest.object.bucket, { file, key: digest.object.key });
    for (const { object } of digest.logs) addTo(keys, object.bucket, object.key);
  }
  const layouts = new Map<string, Layout>();
  const layoutFor = (bucket: string): Layout => {
    const known = layouts.get(bucket);
    if (known !== undefined) return known;
    const layout = layoutOf(keys.get(bucket) ?? [], placed.get(bucket) ?? [], byName);
    layouts.set(bucket, layout);
    return layout;
  };
  return ({ bucket, key }) => layoutFor(bucket).at(key);
}

function addTo<T>(lists: Map<string, T[]>, name: string, item: T): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [item]);
  else list.push(item);
}
