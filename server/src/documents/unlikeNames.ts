import { isAsDelivered, isMailCall, MOST_WITNESSES, UnlikeName } from '../core/index';
import { readViewUri } from '../wire/viewUri';
import { type Analysis, type FaultyRow, recordAt } from './analysis';
import type { Block } from './logIndex/block';

/** How the name of a log is compared with its records: blocks that an edit has not touched are not read a second time. */
export class BlocksUnlikeName {
  readonly #known = new WeakMap<Block, Found>();

  /** @param find is asked where the block was not compared with the name of this log yet */
  of(block: Block, path: string, find: () => UnlikeName<number>): UnlikeName<number> {
    const known = this.#known.get(block);
    if (known?.path === path) return known.unlike;
    const unlike = find();
    this.#known.set(block, { path, unlike });
    return unlike;
  }
}

interface Found {
  readonly path: string;
  /** Records are named by their rows in the block. */
  readonly unlike: UnlikeName<number>;
}

/**
 * The records of WorkMail that are unlike what the name of their log promises: one record for each way to be unlike it. Only
 * logs that are called as CloudTrail calls them are read for it, and of those only what has changed since the last time.
 */
export function* unlikeNames(analysis: Analysis, known: BlocksUnlikeName): Generator<void, readonly FaultyRow[]> {
  const { uri, outline, index } = analysis;
  const path = readViewUri(uri)?.log ?? uri;
  const unlike = UnlikeName.of<number>(path);
  if (unlike === undefined || !isAsDelivered(outline)) return [];
  for (const { block, first } of index.blocks) {
    if (block.ofWorkMail === 0) continue;
    const ofBlock = known.of(block, path, () => compared(analysis, block, first, unlike.empty()));
    unlike.addAll(ofBlock, (row) => first + row);
    yield;
  }
  for (let at = 0; unlike.isInDoubt && at < Math.min(MOST_WITNESSES, analysis.recordCount); at++) {
    const record = recordAt(analysis, at);
    if (record !== undefined) unlike.take(record, at, false);
  }
  return unlike.problems(outline).flatMap(({ first, problem }) => {
    const record = recordAt(analysis, first);
    return record === undefined ? [] : [{ start: record.start, problems: [problem], record: () => record }];
  });
}

function compared(analysis: Analysis, block: Block, first: number, unlike: UnlikeName<number>): UnlikeName<number> {
  for (let row = 0; row < block.count; row++) {
    if (!isMailCall(block.service(row)) || block.malformed(row) === 'syntax') continue;
    const event = recordAt(analysis, first + row)?.event;
    if (event !== undefined) unlike.add(event, row);
  }
  return unlike;
}
