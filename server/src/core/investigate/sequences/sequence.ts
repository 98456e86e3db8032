import { sequences as files } from '../../../generated/sequences';
import { once } from '../../once';
import { type ActTest, actTest } from './actTest';
import { type ActFile, type DistinctBy, type SequenceFile, timeWritten } from './sequenceFile';

/** A sequence, made ready to look for it. */
export interface Sequence {
  readonly file: SequenceFile;
  /** Milliseconds, as all times here. */
  readonly within: number;
  readonly steps: readonly Step[];
  /** The positions of the steps that a match needs. */
  readonly needed: readonly number[];
  /** How long before a match an act takes the meaning from it. */
  readonly unlessWithin: number;
  /** Which acts belong to it, and as what: those that name their action first. */
  readonly parts: readonly Part[];
}

export interface Step {
  readonly name: string;
  readonly atLeast: number;
  readonly distinct: DistinctBy | undefined;
  readonly within: number;
  readonly isOptional: boolean;
}

/** What an act is in a sequence: a step by its position, or one of these. */
export const ENDS = -1;
export const TAKES_MEANING = -2;

export interface Part {
  /** In small letters; `*` is any of them. */
  readonly service: string;
  readonly action: string;
  readonly role: number;
  readonly test: ActTest;
  readonly same: readonly string[];
}

/** All of schemas/sequences. */
export const allSequences: () => readonly Sequence[] = /* @__PURE__ */ once(() => files().map(sequenceOf));

/** @throws Error where the file asks what is no question */
function sequenceOf(file: SequenceFile): Sequence {
  const within = timeWritten(file.within);
  const steps = file.steps.map((step) => ({
    name: step.name,
    atLeast: step.atLeast ?? 1,
    distinct: step.distinct,
    within: step.within === undefined ? within : timeWritten(step.within),
    isOptional: step.optional === true,
  }));
  const { unless } = file;
  const parts = [
    ...file.steps.flatMap((step, at) => partsOf(step, at)),
    ...(file.endedBy ?? []).flatMap((act) => partsOf(act, ENDS)),
    ...(unless === undefined ? [] : partsOf(unless, TAKES_MEANING)),
  ];
  return {
    file,
    within,
    steps,
    needed: steps.flatMap(({ isOptional }, at) => (isOptional ? [] : [at])),
    unlessWithin: unless?.within === undefined ? Number.POSITIVE_INFINITY : timeWritten(unless.within),
    parts: parts.sort((left, right) => wideness(left) - wideness(right)),
  };
}

function partsOf(file: ActFile, role: number): readonly Part[] {
  const test = actTest(file);
  const { same = [] } = file;
  return Object.entries(file.on).flatMap(([service, actions]) =>
    actions.map((action) => ({ service: service.toLowerCase(), action, role, test, same })),
  );
}

function wideness({ service, action }: Part): number {
  return (service === '*' ? 2 : 0) + (action === '*' ? 1 : 0);
}
