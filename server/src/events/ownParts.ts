import type { EventInLog } from '../core/index';
import { CopiesInPart } from '../core/store/own/copiesInPart';
import type { TimesInSeconds } from '../core/store/own/timesInSeconds';
import { saidBy, textOfSaid } from '../core/store/own/toldInPart';
import type { NumberedRows } from './numberedRows';

/** A row of open logs or of logs on disk. */
export interface RowOfSide {
  readonly rows: NumberedRows;
  readonly number: number;
}

/** A record that says no more than a part of what another one says, which speaks for both. */
export interface OwnPart {
  readonly part: EventInLog;
  readonly speaking: EventInLog;
}

/** Those among rows of one time and request of WorkMail's own logs that are others with fields left out: see `CopiesInPart`. */
export function ownPartsAmong(same: readonly RowOfSide[], inSeconds: TimesInSeconds): readonly OwnPart[] {
  const stored = same.map(({ rows, number }) => {
    const { numbered, row } = rows.slot(number);
    const { piece } = numbered;
    const chunk = piece.chunk();
    const isInSeconds = inSeconds.in(piece, () => ({ chunk, from: piece.from, to: piece.to }));
    return { chunk, row, isInSeconds };
  });
  const inPart = new CopiesInPart((at, said) => {
    const { chunk, row } = stored[at] ?? {};
    return chunk === undefined || row === undefined ? '' : textOfSaid(chunk, row, said);
  });
  const holders = new Map<number, number>();
  for (const [at, { chunk, row, isInSeconds }] of stored.entries()) {
    const said = saidBy(chunk, row, isInSeconds);
    const holder = inPart.holderOf(at, said);
    if (holder !== undefined) holders.set(at, holder);
    else {
      for (const part of inPart.takePartsOf(at, said)) holders.set(part, at);
      inPart.add(at, said);
    }
  }
  return Array.from(holders, ([part, holder]) => {
    let speaking = holder;
    for (let next = holders.get(speaking); next !== undefined; next = holders.get(next)) speaking = next;
    return [same[part], same[speaking]];
  }).flatMap(([part, speaking]) =>
    part === undefined || speaking === undefined
      ? []
      : { part: part.rows.event(part.number), speaking: speaking.rows.event(speaking.number) },
  );
}
