import type { SpeakingRows } from './speakingRows';

/** Some rows without those of WorkMail's own logs: what is said of CloudTrail is told from CloudTrail's events alone. */
export function withoutOwn(all: readonly SpeakingRows[]): readonly SpeakingRows[] {
  if (all.every(({ chunk }) => chunk.own.count === 0)) return all;
  return all.map((each) => {
    const { chunk, rows } = each;
    return chunk.own.count === 0 ? each : { ...each, rows: rows.filter((row) => chunk.own.placeOf(row) < 0) };
  });
}

/** Of some rows those of WorkMail's own logs. */
export function ownOnly(all: readonly SpeakingRows[]): readonly SpeakingRows[] {
  return all.flatMap((each) => {
    const { chunk, rows } = each;
    if (chunk.own.count === 0) return [];
    return [{ ...each, rows: rows.filter((row) => chunk.own.placeOf(row) >= 0) }];
  });
}
