import { inquiries } from '../../../generated/questions';
import type { Answer } from './answer';
import { weightOrder } from './grounds';
import type { InquiryId } from './inquiry';

/** What was answered to one inquiry. */
export interface Answered {
  readonly id: InquiryId;
  readonly answer: Answer;
}

const STATUSES = ['answered', 'nothing-found', 'cannot-tell'] as const;

/** What sets all else in its light, then what was found, by the heaviest finding and then by how much hangs on the question; then what was not; then what logs can't tell. */
export function inOrderOfReading(answers: readonly Answered[]): readonly Answered[] {
  return [...answers].sort((left, right) => rank(left) - rank(right));
}

function rank({ id, answer }: Answered): number {
  const { leadsWith, weighsWith, weight } = inquiries()[id];
  if (leadsWith !== undefined && answer.findings.some(({ kind }) => kind === leadsWith)) return -1;
  const many = weightOrder.length;
  const [first] = answer.findings;
  const heaviest = first !== undefined && first.kind === weighsWith ? weight : first?.weight;
  const found = answer.status !== 'answered' || heaviest === undefined ? many : weightOrder.indexOf(heaviest);
  return (many + 1) * (many * STATUSES.indexOf(answer.status) + found) + weightOrder.indexOf(weight);
}
