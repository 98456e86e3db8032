import { ownReading } from '../../server/src/core/read/own/ownReading';
import type { EventRecord, JsonObject } from '../../server/src/core/record';
import { awsExamples } from './awsExamples';
import { deliveries } from './ownDeliveries';
import { ownRecordOf, shuffled } from './ownRecords';
import { readLog } from './readLog';
import { SeededNumbers } from './seededNumbers';

/** Deliveries whose columns are the fields of one kind of record, which no event of CloudTrail has. */
const OF_FIELDS: ReadonlySet<string> = new Set(['w3c', 'csv', 'bars', 'nulls']);

/** What stands before events on their lines, and what was taken off. */
const ABOUT_READING: ReadonlySet<string> = new Set(['WT133', 'WT134']);

/** Mixes some events of CloudTrail and some records of WorkMail's own logs, in every delivery that takes both; gives what was read otherwise. */
export function runMixedRecords(seed: number, runs: number): readonly unknown[] {
  const random = new SeededNumbers(seed);
  const different: unknown[] = [];
  const calls = awsExamples();
  for (let run = 0; run < runs; run++) {
    const all: readonly JsonObject[] = Array.from({ length: 3 + random.between(0, 5) }, (_, at) =>
      at < 2 ? (calls[random.between(0, 2)] ?? {}) : shuffled(ownRecordOf(random).event, random),
    );
    const mixed = all
      .map((event) => ({ event, rank: random.between(0, 1_000_000) }))
      .sort((left, right) => left.rank - right.rank)
      .map(({ event }) => event);
    const expected = mixed.map((event) => toldOf({ event, service: own(event) }));
    for (const [delivery, write] of Object.entries(deliveries)) {
      if (OF_FIELDS.has(delivery)) continue;
      const text = write(mixed);
      const { records, outline } = readLog(text);
      const found = records.map(toldOf);
      const wrong = outline.problems.filter(({ code }) => !ABOUT_READING.has(code));
      const isSame = JSON.stringify(found) === JSON.stringify(expected) && wrong.length === 0;
      if (!isSame) different.push({ seed, run, delivery, text, expected, found, wrong });
    }
  }
  return different;
}

function own(event: JsonObject): EventRecord['service'] {
  return ownReading(event) === undefined ? 'workmail' : 'own';
}

function toldOf({ event, service }: Pick<EventRecord, 'event' | 'service'>): unknown {
  const reading = service === 'own' ? ownReading(event) : undefined;
  return reading === undefined ? [event?.eventName, event?.eventID] : [reading.log.id, reading.time, reading.act];
}
