import { actionSchemas } from '../../../generated/schemas';
import type { Act } from '../act';
import type { Call } from '../call';
import type { Evidence } from '../evidence';
import { parameterOf } from '../sequences/actTest';
import type { NewThing } from './newThing';
import type { Quiet } from './quiet';

/** Where the requests of WorkMail and its Message Flow name a bucket. */
const PARAMETERS = ['s3BucketName', 'content.s3Reference.bucket'] as const;

/** Buckets that mail was written to, or taken from, for the first time. */
export function newBuckets({ mail }: Evidence, quiet: Quiet): readonly NewThing[] {
  const calls = new Naming();
  const mayName = (act: Act): boolean => calls.mayName(act);
  const bucketsOf = (act: Act): readonly string[] =>
    Number.isFinite(act.time) && !act.isByService ? bucketsIn(act) : [];
  const isOld = ({ row }: Act): boolean => 'until' in quiet && row.time < quiet.until;
  const naming = mail.filter(mayName);
  const baseline = 'baseline' in quiet ? quiet.baseline.mail.filter(mayName) : naming.filter(isOld);
  const known = new Set(baseline.flatMap(bucketsOf));
  const found: NewThing[] = [];
  for (const act of naming) {
    if (isOld(act)) continue;
    for (const bucket of bucketsOf(act)) {
      if (known.has(bucket)) continue;
      known.add(bucket);
      const { actor } = act.row;
      found.push({ kind: 'bucket', weight: 'medium', actor, values: [bucket], acts: [act], weighty: [] });
    }
  }
  return found;
}

/** Buckets that the request of a call of WorkMail or its Message Flow names. */
export function bucketsIn(act: Act): readonly string[] {
  return PARAMETERS.flatMap((parameter) => {
    const bucket = parameterOf(act, parameter);
    return typeof bucket === 'string' && bucket !== '' ? [bucket] : [];
  });
}

/** Which calls can name a bucket: of most it is known that they do not, and their contents need not be read. */
class Naming {
  /** Many acts share a call. */
  readonly #known = new Map<Call, boolean>();

  mayName({ call }: Act): boolean {
    const known = this.#known.get(call);
    if (known !== undefined) return known;
    const asks = this.#asksFor(call.action);
    this.#known.set(call, asks);
    return asks;
  }

  #asksFor(action: string): boolean {
    const schema = actionSchemas().get(action);
    return (
      schema === undefined ||
      PARAMETERS.some((parameter) => schema.requestParameters.properties?.has(parameter.split('.')[0] ?? '') === true)
    );
  }
}
