import type { Finding } from '../questions/answer';
import type { Answered } from '../questions/readingOrder';
import { type Block, heading, type Line, list, paragraph } from './blocks';
import { eventsOf, sentence } from './findingLine';
import type { Page } from './page';

/** Doors that were left open. Nothing of it is left out: somebody has to close each. */
export function stillOpenBlocks(page: Page, answers: readonly Answered[]): readonly Block[] {
  const answer = answers.find(({ id }) => id === 'still-open')?.answer;
  if (answer === undefined || answer.status === 'cannot-tell') return [];
  if (answer.status === 'nothing-found') return [paragraph('Still open: ', sentence(answer.sentence))];
  return [
    heading(3, 'Still open, as far as these logs tell: revoke, delete or close'),
    list(
      answer.findings.map((finding) => [sentence(finding.summary), ...idsOf(finding), ' ', ...eventsOf(page, finding)]),
    ),
  ];
}

/** Ids that the sentence cuts short: whoever closes a door needs them whole. */
function idsOf({ entities, summary }: Finding): Line {
  const ids = entities.filter((id) => !summary.includes(id));
  return ids.length === 0 ? [] : [' Ids: ', ...ids.flatMap((log, at): Line => [at === 0 ? '' : ', ', { log }]), '.'];
}
