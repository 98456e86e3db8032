import type { Weight } from '../../check/schemaTypes';
import type { Act } from '../act';
import { asHappened } from '../asHappened';

/** Whether the logs hold an answer: they do; nothing in them tells of it; or they could not tell of it if it had happened. */
export type AnswerStatus = 'answered' | 'nothing-found' | 'cannot-tell';

/** Something that was found. Never without the events that carry it. */
export interface Finding {
  /** What kind it is of, by the question: `move` and `stray` of `migration-or-theft`. */
  readonly kind: string;
  readonly weight: Weight;
  /** One sentence. Values of the logs stand in it as they are: whoever shows it escapes it. */
  readonly summary: string;
  /** The access key or the role that acted, where it is about one. */
  readonly actor?: string;
  /** Ids and names of what it is about, as the logs have them. */
  readonly entities: readonly string[];
  /** At least one, as they happened. */
  readonly acts: readonly [Act, ...Act[]];
}

/** What is said to one question. */
export interface Answer {
  readonly status: AnswerStatus;
  /** One sentence, with values as they are. */
  readonly sentence: string;
  /** The weightiest first, of one weight as they happened. */
  readonly findings: readonly Finding[];
  /** What these logs do not cover beyond what is so of all logs, in sentences. */
  readonly notCovered: readonly string[];
}

/** The time of the first and of the last of its events, as the logs tell them; empty where none can be read. */
export function timesOf({ acts }: Finding): { readonly from: string; readonly to: string } {
  const told = acts.filter(({ row }) => !Number.isNaN(row.time));
  return { from: told[0]?.row.eventTime ?? '', to: told.at(-1)?.row.eventTime ?? '' };
}

/** A finding of some acts, each once and as they happened; undefined where there are none. @param told is given them so */
export function findingOf(
  acts: readonly Act[],
  told: (acts: readonly [Act, ...Act[]]) => Omit<Finding, 'acts'>,
): Finding | undefined {
  const distinct = new Map(acts.map((act) => [`${act.log} ${act.row.index}`, act]));
  const [first, ...others] = asHappened(distinct.values());
  if (first === undefined) return undefined;
  const all = [first, ...others] as const;
  return { ...told([...all]), acts: [...all] };
}
