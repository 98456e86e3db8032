import type { Answer } from './answer';
import { CLOSED } from './closedAgain';
import type { InquiryId } from './inquiry';

/** An answer in a word or two, for the beginning of a row. Words of our own. */
export function verdictWords(id: InquiryId, { status, findings }: Answer): string {
  if (status === 'nothing-found') return 'nothing found';
  if (status === 'cannot-tell') return 'not told';
  const [first] = findings;
  if (id === 'still-open') {
    const open = findings.filter(({ kind }) => kind !== CLOSED).length;
    return open === 0 ? 'closed again' : `${open.toLocaleString('en-US')} open`;
  }
  if (id === 'migration-or-theft' && findings.some(({ kind }) => kind === 'move'))
    return first?.weight === 'critical' || first?.weight === 'high' ? 'not only a move' : 'a move';
  return first === undefined || first.weight === 'info' ? 'answered' : first.weight;
}
