import fc from 'fast-check';
import type { EventRecord, Span } from '../../server/src/core/record';
import { type ReadLog, readLog } from './readLog';

/** One change of one place: `removed` code units at `at` give way to `inserted`. */
export interface Damage {
  readonly at: number;
  readonly removed: 0 | 1;
  readonly inserted: string;
}

/** Any UTF-16 unit, those that JSON and logs are made of more often than others. */
const unit: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'",:{}[]\\') },
  { weight: 3, arbitrary: fc.constantFrom(..." \n\r\t\0/'“”aZ09.-") },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xff }).map((code) => String.fromCharCode(code)) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) },
);

/** The loss, gain or change of a single character of a text of this length; at one of the `edges` every fourth time, if there are any. */
export function oneCharacterDamage(length: number, edges: readonly number[] = []): fc.Arbitrary<Damage> {
  const anywhere = fc.nat(length - 1);
  const at =
    edges.length === 0
      ? anywhere
      : fc.oneof({ weight: 3, arbitrary: anywhere }, { weight: 1, arbitrary: fc.constantFrom(...edges) });
  return fc.tuple(at, fc.constantFrom('delete', 'insert', 'replace'), unit).map(([at, kind, inserted]): Damage => {
    if (kind === 'delete') return { at, removed: 1, inserted: '' };
    return { at, removed: kind === 'insert' ? 0 : 1, inserted };
  });
}

/** Every offset close to where a record begins or ends: there, damage to one is most easily taken for damage to another. */
export function edgesOf({ text, records }: ReadLog): readonly number[] {
  const near = new Set<number>();
  for (const { start, end } of records) {
    for (let by = -3; by <= 3; by++) near.add(start + by).add(end + by);
  }
  return [...near].filter((offset) => offset >= 0 && offset < text.length);
}

export function damaged(text: string, { at, removed, inserted }: Damage): string {
  return text.slice(0, at) + inserted + text.slice(at + removed);
}

/** True when the damage changes something inside a span; an insertion at its edge does not. */
export function touches({ at, removed }: Damage, { start, end }: Span): boolean {
  return removed === 0 ? at > start && at < end : at >= start && at < end;
}

/** Where a span that the damage does not touch lies in the damaged text. */
export function shifted({ start, end }: Span, { at, removed, inserted }: Damage): Span {
  const by = at <= start ? inserted.length - removed : 0;
  return { start: start + by, end: end + by };
}

export function eventIdOf(record: EventRecord): string {
  return typeof record.event?.eventID === 'string' ? record.event.eventID : '';
}

/** The records of a whole log that a damage does not touch and that are not found again as they were: none, says the law. */
export function lostRecords(whole: ReadLog, damage: Damage): readonly string[] {
  const after = readLog(damaged(whole.text, damage));
  const found = new Map<number, EventRecord>(after.records.map((record) => [record.start, record]));
  const lost: string[] = [];
  for (const record of whole.records) {
    if (touches(damage, record)) continue;
    const { start, end } = shifted(record, damage);
    const again = found.get(start);
    const isSame = again !== undefined && again.end === end && eventIdOf(again) === eventIdOf(record);
    if (!isSame || again.malformed === 'syntax') lost.push(eventIdOf(record));
  }
  return lost;
}
