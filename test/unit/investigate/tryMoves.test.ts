import { test } from 'node:test';
import { migrationOrTheft } from '../../../server/src/core/investigate/questions/migrationOrTheft';
import { evidenceOfEvents } from '../../support/evidenceOf';
import { foreignMigrationOf } from '../../support/migrations/foreignMigration';
import { migrationOf } from '../../support/migrations/migration';

test('try', () => {
  const [from, to] = (process.env.SEEDS ?? '1-50').split('-').map(Number);
  const make = process.env.STYLE === 'foreign' ? foreignMigrationOf : migrationOf;
  let told = 0,
    noisy = 0,
    good = 0,
    all = 0,
    covered = 0,
    thefts = 0,
    n = 0,
    imprecise = 0;
  for (let seed = from ?? 1; seed <= (to ?? 1); seed++) {
    n++;
    for (const hasTheft of [true, false]) {
      const { events, theft, about } = make(seed, hasTheft);
      const answer = migrationOrTheft(evidenceOfEvents(events));
      const heavy = answer.findings.filter(
        ({ kind, weight }) => kind === 'stray' && (weight === 'critical' || weight === 'high'),
      );
      const ids = new Set(heavy.flatMap(({ acts }) => acts.map(({ row }) => row.eventID)));
      const hits = [...ids].filter((id) => theft.has(id)).length;
      if (hasTheft) {
        thefts += theft.size;
        covered += hits;
        good += hits;
        all += ids.size;
        if (hits > 0) told++;
        else {
          console.log('MISSED', about);
          for (const f of answer.findings.filter(
            ({ kind, acts }) => kind === 'stray' && acts.some(({ row }) => theft.has(row.eventID)),
          ))
            console.log('   ', f.weight, f.summary.slice(0, 400));
        }
        if (hits < 0.9 * ids.size) {
          imprecise++;
          console.log(
            'IMPRECISE',
            about,
            hits,
            ids.size,
            heavy.filter((f) => f.acts.some(({ row }) => !theft.has(row.eventID))).map((f) => f.summary.slice(0, 300)),
          );
        }
      } else if (heavy.length > 0) {
        noisy++;
        console.log('NOISY', about);
        for (const f of heavy) console.log('   ', f.weight, f.summary.slice(0, 500));
      }
    }
  }
  console.log({ n, told: told / n, noisy: noisy / n, precision: good / all, recall: covered / thefts, imprecise });
});
