import assert from 'node:assert/strict';
import { ask, chainOf, groundsOf, type Link } from '../../server/src/core';
import type { Act } from '../../server/src/core/investigate/act';
import type { Evidence } from '../../server/src/core/investigate/evidence';
import { evidenceOf } from './evidenceOf';
import { byStep, idOf, inOrder, type PlainAccess, plainAccesses, plainChain } from './naive/plainAccess';
import { type AccessStory, randomAccess } from './randomAccess';

/** Asks random stories what was done with which right, and holds it against a search record by record. @param seeds from, and below */
export function accessRun(from: number, below: number): void {
  for (let seed = from; seed < below; seed++) {
    const story = randomAccess(seed);
    const evidence = evidenceOf(story.logs);
    const found = ask('attack-order', groundsOf(evidence)).findings.flatMap(
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
    chainsAgree(story, evidence, seed);
  }
}

/** So many records of a story are asked for their chains. */
const MOST_CHAINS = 3;

function chainsAgree(story: AccessStory, evidence: Evidence, seed: number): void {
  const file = 'access.jsonl';
  const records = story.records[file] ?? [];
  const toId = ({ row }: Act): string => idOf(story.records[row.file]?.[row.index] ?? {});
  const ids = ({ kind, act, others = [] }: Link): readonly [string, readonly string[]] => [
    kind,
    [...(act === undefined ? [] : [act]), ...others].map(toId),
  ];
  for (let index = seed % 2; index < records.length && index < 2 * MOST_CHAINS; index += 2) {
    const record = records[index] ?? {};
    const plain = record.action === 'update' && record.action_allowed === true ? undefined : plainChain(record, story);
    if (plain === undefined) continue;
    const chain = chainOf({ file, index }, evidence);
    const links = [...(chain?.links.slice(1) ?? []), ...(chain?.around ?? [])];
    assert.deepEqual(byStep(links.map(ids)), plain, `seed ${seed}, record ${index}`);
  }
}
