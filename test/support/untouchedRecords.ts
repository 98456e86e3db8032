import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { type Damage, edgesOf, lostRecords, oneCharacterDamage } from './damage';
import { someEvents } from './generatedRecords';
import { LOG_FORMS, type LogFormName } from './logForms';
import { readLog } from './readLog';
import { keepSeed, type Seed, shownSeed } from './seeds';

const LOGS = 8;
const RECORDS = 20;

/**
 * Tests that no damage of a single character loses a record that it does not touch, in logs of these forms.
 *
 * @param first seed of the first of eight logs of each form
 * @param damages of each log
 */
export function testUntouchedRecords(first: number, damages: number, forms: readonly LogFormName[]): void {
  suite('no damage of a single character loses an untouched record', () => {
    for (const form of forms) {
      for (let seed = first; seed < first + LOGS; seed++) {
        test(`${form}, log ${seed}`, () => {
          const whole = readLog(LOG_FORMS[form].write(someEvents(seed, RECORDS)));
          const isKept = (damage: Damage): boolean => lostRecords(whole, damage).length === 0;
          const { counterexample } = fc.check(
            fc.property(oneCharacterDamage(whole.text.length, edgesOf(whole)), isKept),
            {
              seed,
              numRuns: damages,
            },
          );
          if (counterexample === null) return;
          const found: Seed = { log: whole.text, damage: counterexample[0] };
          assert.fail(`Records are lost by ${shownSeed(found)}. Kept as ${keepSeed(form, found)}.`);
        });
      }
    }
  });
}
