import type { StoredRecord } from './storedRecord';

/** Records that tell one time, each once; of the first of them nobody asks what it says before there is a second. */
interface OfOneTime {
  readonly records: StoredRecord[];
  contents: Set<string> | undefined;
}

/** Records of WorkMail's own logs, of those that say the same the first one. */
export class RecordsOnce {
  readonly #found = new Map<number, OfOneTime>();

  add(record: StoredRecord): void {
    // Records that say different times say different things; of others, only all that they say can tell.
    const time = record.ownTime;
    const before = this.#found.get(time);
    if (before === undefined) {
      this.#found.set(time, { records: [record], contents: undefined });
      return;
    }
    before.contents ??= new Set(before.records.map(({ content }) => content));
    if (before.contents.has(record.content)) return;
    before.contents.add(record.content);
    before.records.push(record);
  }

  /** See `byTimeAndContent`. */
  sorted(rank?: (record: StoredRecord) => number): readonly StoredRecord[] {
    return Array.from(this.#found.values(), ({ records }) => records)
      .flat()
      .sort((left, right) => byTimeAndContent(left, right, rank));
  }
}

/**
 * The earliest first; those without a time come last. No order of files matters.
 *
 * @param rank what comes first of one time; what has the same is in the order of what it says
 */
export function byTimeAndContent(
  left: StoredRecord,
  right: StoredRecord,
  rank: (record: StoredRecord) => number = () => 0,
): number {
  const [one, other] = [timeOrLast(left), timeOrLast(right)];
  if (one !== other) return one - other;
  return rank(left) - rank(right) || (left.content < right.content ? -1 : left.content > right.content ? 1 : 0);
}

function timeOrLast({ time }: StoredRecord): number {
  return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
}
