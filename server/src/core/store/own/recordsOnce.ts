import { StoredRecord } from './storedRecord';

/** Records that tell one time, each once. */
interface OfOneTime {
  readonly records: StoredRecord[];
  readonly contents: Set<string>;
}

/** Records of WorkMail's own logs, of those that say the same the first one. */
export class RecordsOnce {
  /** By time; mostly it has one record, and of that nobody asks what it says. */
  readonly #found = new Map<number, StoredRecord | OfOneTime>();

  add(record: StoredRecord): void {
    // Records that say different times say different things; of others, only all that they say can tell.
    const time = record.ownTime;
    const before = this.#found.get(time);
    if (before === undefined) {
      this.#found.set(time, record);
      return;
    }
    const same = before instanceof StoredRecord ? alone(before) : before;
    if (same !== before) this.#found.set(time, same);
    if (same.contents.has(record.content)) return;
    same.contents.add(record.content);
    same.records.push(record);
  }

  /** See `byTimeAndContent`. */
  sorted(rank?: (record: StoredRecord) => number): readonly StoredRecord[] {
    return Array.from(this.#found.values(), (found) => (found instanceof StoredRecord ? found : found.records))
      .flat()
      .sort((left, right) => byTimeAndContent(left, right, rank));
  }
}

function alone(record: StoredRecord): OfOneTime {
  return { records: [record], contents: new Set([record.content]) };
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
