import type { Act } from '../act';
import { parameterOf } from '../sequences/actTest';
import type { NewThing } from './newThing';
import type { Compared } from './quiet';

/** Where the requests of WorkMail and its Message Flow name a bucket. */
const PARAMETERS = ['s3BucketName', 'content.s3Reference.bucket'] as const;

/** Buckets that mail was written to, or taken from, for the first time. */
export function newBuckets({ knownActs, freshActs }: Compared): readonly NewThing[] {
  const known = new Set(knownActs.flatMap(bucketsOf));
  const found: NewThing[] = [];
  for (const act of freshActs) {
    for (const bucket of bucketsOf(act)) {
      if (known.has(bucket)) continue;
      known.add(bucket);
      found.push({
        kind: 'bucket',
        weight: 'medium',
        actor: act.row.actor,
        values: [bucket],
        acts: [act],
        weighty: [],
      });
    }
  }
  return found;
}

function bucketsOf(act: Act): readonly string[] {
  if (act.facts.service === 'other') return [];
  return PARAMETERS.flatMap((parameter) => {
    const bucket = parameterOf(act, parameter);
    return typeof bucket === 'string' && bucket !== '' ? [bucket] : [];
  });
}
