import type { Finding } from '../questions/answer';
import { CLOSED } from '../questions/closedAgain';
import type { Answered } from '../questions/readingOrder';
import { type Block, heading, type Line, list, paragraph } from './blocks';
import { eventsOf, sentence } from './findingLine';
import { mostOf, numberText, type Page } from './page';

/** Doors that were left open. Nothing of it is left out: somebody has to close each. */
export function stillOpenBlocks(page: Page, answers: readonly Answered[]): readonly Block[] {
  const answer = answers.find(({ id }) => id === 'still-open')?.answer;
  if (answer === undefined || answer.status === 'cannot-tell') return [];
  if (answer.status === 'nothing-found') return [paragraph('Still open: ', sentence(answer.sentence))];
  if (answer.findings.some(({ kind }) => kind === CLOSED)) return closedBlocks(page, answer);
  const shown = answer.findings.slice(0, mostOf(page, MOST_OPEN));
  const left = answer.findings.length - shown.length;
  const lines = shown.map(
    (finding): Line => [sentence(finding.summary), ...idsOf(finding), ' ', ...eventsOf(page, finding)],
  );
  return [
    heading(3, 'Still open, as far as these logs tell: revoke, delete or close'),
    list(left > 0 ? [...lines, [`and ${numberText(left)} more: Export Report… and `, { words: HANDED }]] : lines),
  ];
}

/** Where nothing is open, what was closed again: in few lines, since nobody has to do anything about it. */
function closedBlocks(page: Page, { sentence: words, findings }: Answered['answer']): readonly Block[] {
  const [first] = findings;
  if (first !== undefined && findings.length === 1)
    return [paragraph('Still open: ', sentence(words), ' ', ...eventsOf(page, first))];
  const lines = findings
    .slice(0, mostOf(page, MOST_CLOSED))
    .map((finding): Line => [sentence(finding.label), ': ', ...eventsOf(page, finding)]);
  const left = findings.length - lines.length;
  return [
    heading(3, 'Opened and closed again'),
    paragraph(sentence(words)),
    list(left > 0 ? [...lines, [`and ${numberText(left)} more.`]] : lines),
  ];
}

const MOST_CLOSED = 8;
/** Where somebody can ask for the rest. */
const MOST_OPEN = 1000;
const HANDED = '`workmail-trail report` have all.';

/** Ids that the sentence cuts short: whoever closes a door needs them whole. */
function idsOf({ entities, summary }: Finding): Line {
  const ids = entities.filter((id) => !summary.includes(id));
  return ids.length === 0
    ? []
    : [
        ' Ids: ',
        ...ids.flatMap((log, at): Line => [at === 0 ? '' : ', ', { log, most: Number.POSITIVE_INFINITY }]),
        '.',
      ];
}
