import { serviceLabel } from '../../explain/serviceLabel';
import type { Act } from '../act';
import { thingsOfCall } from '../things';
import type { Part, Sequence } from './sequence';

/** What is the same of all calls of one action. */
export interface Call {
  /** What they are in which sequence; none of a sequence of which a needed step is never called. */
  readonly candidates: readonly Candidates[];
  /** Sequences, by position, whose rarest step they are. */
  readonly rarestIn: readonly number[];
  /** Whether they give out access keys. */
  readonly givesKeys: boolean;
}

/** What calls of one action are in a sequence, what names them first. */
export interface Candidates {
  /** Position among the sequences. */
  readonly sequence: number;
  readonly parts: readonly Part[];
}

/** The call of each act: what is known by its name alone is looked up once for all of them. */
export function callsOf(acts: readonly Act[], sequences: readonly Sequence[]): readonly Call[] {
  const met = new CallsMet();
  const numbers = acts.map(({ call }) => met.numberOf(call));
  const all = met.all().map(({ source, action }) => ({
    candidates: candidatesFor(source, action, sequences),
    givesKeys: givesKeys(source, action),
  }));
  const counts = new Uint32Array(all.length);
  for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1;
  const rarest = sequences.map(({ needed }, sequence) => rarestOf(needed, sequence, all, counts));
  const calls = all.map((call) => ({
    ...call,
    candidates: call.candidates.filter(({ sequence }) => rarest[sequence] !== undefined),
    rarestIn: call.candidates.flatMap(({ sequence, parts }) =>
      parts.some(({ role }) => role === rarest[sequence]) ? [sequence] : [],
    ),
  }));
  return numbers.map((number) => calls[number] ?? NO_CALL);
}

const NO_CALL: Call = { candidates: [], rarestIn: [], givesKeys: false };

/** The needed step that the fewest calls can be; undefined where no call can be one of them. */
function rarestOf(
  needed: readonly number[],
  sequence: number,
  calls: readonly Pick<Call, 'candidates'>[],
  counts: Uint32Array,
): number | undefined {
  const ofSteps = new Map(needed.map((step) => [step, 0]));
  for (const [number, { candidates }] of calls.entries()) {
    const { parts = [] } = candidates.find((each) => each.sequence === sequence) ?? {};
    for (const role of new Set(parts.map((part) => part.role))) {
      const known = ofSteps.get(role);
      if (known !== undefined) ofSteps.set(role, known + (counts[number] ?? 0));
    }
  }
  const sorted = Array.from(ofSteps).sort(([, one], [, other]) => one - other);
  const [rarest] = sorted;
  return rarest === undefined || rarest[1] === 0 ? undefined : rarest[0];
}

/** Names of calls by numbers, in the order they are met. */
class CallsMet {
  readonly #numbers = new Map<string, Map<string, number>>();
  readonly #known = new Map<Act['call'], number>();
  readonly #all: { readonly source: string; readonly action: string }[] = [];

  numberOf(call: Act['call']): number {
    let number = this.#known.get(call);
    if (number === undefined) {
      number = this.#numberNamed(call);
      this.#known.set(call, number);
    }
    return number;
  }

  #numberNamed({ source, action }: Act['call']): number {
    let ofSource = this.#numbers.get(source);
    if (ofSource === undefined) {
      ofSource = new Map();
      this.#numbers.set(source, ofSource);
    }
    const known = ofSource.get(action);
    if (known !== undefined) return known;
    ofSource.set(action, this.#all.length);
    this.#all.push({ source, action });
    return this.#all.length - 1;
  }

  all(): readonly { readonly source: string; readonly action: string }[] {
    return this.#all;
  }
}

function candidatesFor(source: string, action: string, sequences: readonly Sequence[]): readonly Candidates[] {
  const service = serviceLabel(source).toLowerCase();
  return sequences.flatMap(({ parts, file }, sequence) => {
    // Of those every call of a key is one: they are looked for by their keys.
    if (file.matches === 'to-and-fro') return [];
    const fitting = parts.filter(
      (part) => (part.service === '*' || part.service === service) && (part.action === '*' || part.action === action),
    );
    return fitting.length === 0 ? [] : [{ sequence, parts: fitting }];
  });
}

function givesKeys(source: string, action: string): boolean {
  return thingsOfCall(source, action)?.makes.some((path) => path.at(-1)?.name === 'accessKeyId') === true;
}
