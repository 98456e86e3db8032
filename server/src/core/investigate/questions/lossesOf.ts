import type { Act } from '../act';
import type { Evidence, Loss } from '../evidence';
import { type Finding, findingOf } from './answer';
import { rowLabel } from './rowLabel';
import { counted } from './told';

const MOST = 20;

/** What is told of logs that are cut off or damaged. */
export interface LossesTold {
  /** Empty where there are none. */
  readonly sentence: string;
  /** Of logs that hold an event that has to do with mail: the last one in the log carries it. */
  readonly findings: readonly Finding[];
  /** Of the others. */
  readonly notCovered: readonly string[];
}

export function lossesOf({ acts, reach: { losses } }: Evidence): LossesTold {
  const [first, ...others] = losses;
  if (first === undefined) return { sentence: '', findings: [], notCovered: [] };
  const told = losses.slice(0, MOST);
  const last = lastOfLogs(acts, told);
  const more = losses.length > MOST ? [`So it is with ${counted(losses.length - MOST, 'more log')}.`] : [];
  return {
    sentence: `A part of ${first.name}${others.length === 0 ? '' : ` and of ${counted(others.length, 'more log')}`} was not read, and what it told is missing.`,
    findings: told.flatMap((loss) => findingOfLoss(loss, last.get(loss.file)) ?? []),
    notCovered: [...told.filter(({ file }) => !last.has(file)).map(lossText), ...more],
  };
}

function lastOfLogs(acts: readonly Act[], losses: readonly Loss[]): ReadonlyMap<string, Act> {
  const files = new Set(losses.map(({ file }) => file));
  const last = new Map<string, Act>();
  for (const act of acts) {
    if (!files.has(act.row.file)) continue;
    const known = last.get(act.row.file);
    if (known === undefined || known.row.index < act.row.index) last.set(act.row.file, act);
  }
  return last;
}

function findingOfLoss(loss: Loss, last: Act | undefined): Finding | undefined {
  return findingOf(last === undefined ? [] : [last], (acts) => ({
    kind: 'loss',
    weight: 'high',
    summary: lossText(loss),
    label: rowLabel(`a part of ${loss.name} was not read`, acts),
    entities: [],
  }));
}

function lossText({ name, why }: Loss): string {
  return `A part of ${name} was not read, and what it told is missing: ${why.join(' ')}`;
}
