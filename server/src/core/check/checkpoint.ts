import type { Seen, Walk } from '../read/walk';
import { NEAR_BY } from '../read/whole';
import type { Placement } from '../read/wrapped/placement';
import type { EventRecord, Problem } from '../record';

/**
 * What is to be known of a reading to go on with it later, when a part of the text has changed: to be looked at whenever
 * a record is given, and at the end. Only a log in one of CloudTrail's own forms leaves one.
 */
export class Checkpoint {
  /** The reading left one, and nothing was seen that forbids to go on from it. */
  isUsable = false;
  /** What is wrong between the last record and this one. */
  gaps: Problem[] = [];
  /** What stands open around the record: a letter for each level, `w` for a wrapping object and `l` for a list. */
  level = '';
  /** What the walk has met since the record before, this one included; at the end, since the last one. */
  met: Seen = NOTHING;
  /**
   * The first offset from which on a change has no part in the reading of the record; 0 for a whole record between its like,
   * in which no change behind the brace of the next one has a part.
   */
  reach = 0;
  /** Characters spent on looks that failed, in all. */
  spent = 0;
  /** How events stand in a log that hands them on, where they stand all alike and nothing is wrong around them. */
  wrapping: Wrapping | undefined;
  #walk: Walk | undefined;
  #topValues = 0;
  #unlined = 0;
  #wrappers = 0;
  #lists = 0;
  #left = 0;

  begin(walk: Walk): void {
    this.#walk = walk;
    this.level = levelOf(walk, '');
    this.#topValues = walk.topValues;
    this.#left = walk.effort.left;
    this.isUsable = true;
  }

  /** Notes how a record was come to; the walk stands behind it. */
  take(record: EventRecord): void {
    const walk = this.#walk;
    if (walk === undefined) return;
    const before = this.level;
    this.#note(walk);
    this.level = levelOf(walk, before);
    const isNext = this.gaps.length === 0 && this.level === before && this.met.wrappers + this.met.lists === 0;
    const isPlain = isNext && record.malformed !== 'syntax' && walk.meetsBrace();
    this.reach = isPlain ? 0 : Math.max(walk.effort.seen, record.end) + NEAR_BY;
    walk.effort.seen = 0;
  }

  /** Forgets what was wrong before the record that was taken. */
  next(): void {
    if (this.gaps.length > 0) this.gaps = [];
  }

  end(): void {
    const walk = this.#walk;
    if (walk === undefined) return;
    this.#note(walk);
    if (walk.dependsOnAll) this.isUsable = false;
  }

  #note(walk: Walk): void {
    const { topValues, unlined, wrappers, lists } = walk;
    this.met = met(
      topValues - this.#topValues,
      unlined - this.#unlined,
      wrappers - this.#wrappers,
      lists - this.#lists,
    );
    this.#topValues = topValues;
    this.#unlined = unlined;
    this.#wrappers = wrappers;
    this.#lists = lists;
    this.spent += this.#left - walk.effort.left;
    this.#left = walk.effort.left;
  }
}

const NOTHING: Seen = { topValues: 0, unlined: 0, wrappers: 0, lists: 0 };

/** Nearly always the same, so it is not made anew for each of a million records. */
function met(topValues: number, unlined: number, wrappers: number, lists: number): Seen {
  return topValues + unlined + wrappers + lists === 0 ? NOTHING : { topValues, unlined, wrappers, lists };
}

function levelOf({ open }: Walk, before: string): string {
  if (open.length === 2 && before === 'wl' && open[0] === 'wrapper' && open[1] === 'list') return before;
  let level = '';
  for (const each of open) level += each === 'list' ? 'l' : 'w';
  return level;
}

/** What is to be known of a log to read one of its events once more after a change inside of it. */
export interface Wrapping {
  readonly placement: Placement;
  /** What some event came in repeats fields of it. */
  readonly repeats: boolean;
}
