import assert from 'node:assert/strict';
import { ask, groundsOf } from '../../server/src/core';
import { evidenceOf } from './evidenceOf';
import { idOf, inOrder, type PlainAccess, plainAccesses } from './naive/plainAccess';
import { randomAccess } from './randomAccess';

/** Asks random stories what was done with which right, and holds it against a search record by record. @param seeds from, and below */
export function accessRun(from: number, below: number): void {
  for (let seed = from; seed < below; seed++) {
    const story = randomAccess(seed);
    const found = ask('attack-order', groundsOf(evidenceOf(story.logs))).findings.flatMap(
      ({ links, entities, kind }): readonly PlainAccess[] =>
        kind !== 'access' || links === undefined
          ? []
          : [
              [
                entities[0]?.startsWith('role') ? entities[0] : entities.join(' '),
                inOrder(
                  links
                    .filter(({ acts }) => acts.length > 0)
                    .map(({ step, strength = '', acts }) => [
                      step,
                      strength,
                      acts
                        .map(({ row }) => idOf(story.records[row.file]?.[row.index] ?? {}))
                        .sort()
                        .join(' '),
                    ]),
                ),
              ],
            ],
    );
    const byWho = (all: readonly PlainAccess[]): readonly PlainAccess[] =>
      [...all].sort(([one], [other]) => (one < other ? -1 : 1));
    assert.deepEqual(byWho(found), byWho(plainAccesses(story)), `seed ${seed}`);
  }
}
