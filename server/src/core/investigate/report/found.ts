import { asksOfDeeds, type FoundOnce, foundOnce } from '../questions/foundOnce';
import { weightOrder } from '../questions/grounds';
import type { InquiryId } from '../questions/inquiry';
import type { Answered } from '../questions/readingOrder';
import { unnamedIds } from '../questions/unnamedIds';
import { type Block, type Entry, heading, type Line, list, paragraph } from './blocks';
import { findingLine, sentence } from './findingLine';
import { countText, mostOf, numberText, type Page } from './page';
import { silentBlocks } from './silent';
import { stillOpenBlocks } from './stillOpen';
import { toldIn, verdictLines, verdictOf } from './verdict';

/** Findings that are told one by one, and those of one question among them: who wants more asks the question itself. */
const MOST_FINDINGS = 6;
/** Where a theft has a list of its own. */
const MOST_BESIDE_THEFT = 4;
const MOST_OF_ONE = 3;
const MOST_PRINCIPALS = 8;

/** Where all that was found is told. */
const ALL = 'the view Questions has all, and so has `workmail-trail ask --json`.';

/** These have a place of their own in the report. */
const APART: readonly InquiryId[] = ['still-open', 'who-is-who'];

/** What was found, whether all is a move first and then the weightiest; what may still be open; what was not found or cannot be told. */
export function foundSection(page: Page): readonly Block[] {
  const { answers } = page;
  if (!answers?.some(({ answer }) => answer.status === 'answered')) return [];
  const verdict = verdictOf(answers);
  const all = foundOnce(answers.filter(({ id }) => !APART.includes(id)));
  const isTold = verdict && toldIn(verdict);
  const found = all.filter(({ finding }) => !isTold?.(finding));
  const inOrder = verdict?.stray === undefined ? deedFirst(found) : found;
  return [
    heading(2, 'What was found'),
    ...(verdict === undefined ? [] : [paragraph(sentence(verdict.words))]),
    ...unnamedHint(page, answers),
    ...lists([
      ...(verdict === undefined ? [] : verdictLines(page, verdict)),
      ...foundLines(page, inOrder, verdict?.stray === undefined ? MOST_FINDINGS : MOST_BESIDE_THEFT),
    ]),
    ...stillOpenBlocks(page, answers),
    ...silentBlocks(answers),
  ];
}

/** Ids tell nobody whose mail it was. */
function unnamedHint({ findings, isHandedOver }: Page, answers: readonly Answered[]): readonly Block[] {
  if (isHandedOver) return [];
  const { length } = unnamedIds(answers, findings.entities);
  if (length === 0) return [];
  const words = `${countText(length, 'id')} of mailboxes or groups below ${length === 1 ? 'has' : 'have'} no name: add lists (Add Names… in the view Questions, or \`--names FILE\`).`;
  return [paragraph({ words })];
}

/** What was done is what somebody wants to know first, and then who did it; of what weighs most. */
function deedFirst(found: readonly FoundOnce[]): readonly FoundOnce[] {
  const heaviest = found[0]?.finding.weight;
  const deed = found.find(({ finding, answers: [id] }) => finding.weight === heaviest && asksOfDeeds(id));
  return deed === undefined ? found : [deed, ...found.filter((each) => each !== deed)];
}

/** Daily work only where nothing else was found. */
function foundLines(page: Page, found: readonly FoundOnce[], most: number): readonly (Line | Entry)[] {
  const weighty = found.filter(
    ({ finding: { weight } }) => weightOrder.indexOf(weight) <= weightOrder.indexOf('medium'),
  );
  const all = weighty.length > 0 ? weighty : found;
  const shown = page.isHandedOver ? all : fewOfEach(all, most);
  const left = found.filter((each) => !shown.includes(each));
  const lines = shown.map(({ finding, answers }) => findingLine(page, finding, answers));
  if (left.length === 0) return lines;
  const more = `and ${byWeight(left)} more`;
  return [...lines, page.isHandedOver ? [`${more}.`] : [`${more}: `, { words: ALL }]];
}

function lists(lines: readonly (Line | Entry)[]): readonly Block[] {
  return lines.length === 0 ? [] : [list(lines)];
}

/** The first of each question, so that one question does not push the others out. */
function fewOfEach(found: readonly FoundOnce[], most: number): readonly FoundOnce[] {
  const counts = new Map<InquiryId, number>();
  const few = found.filter(({ answers: [first] }) => {
    const count = (counts.get(first) ?? 0) + 1;
    counts.set(first, count);
    return count <= MOST_OF_ONE;
  });
  return few.slice(0, most);
}

/** `2 high, 3 low` */
function byWeight(found: readonly FoundOnce[]): string {
  return weightOrder
    .map((weight) => ({ weight, count: found.filter(({ finding }) => finding.weight === weight).length }))
    .filter(({ count }) => count > 0)
    .map(({ weight, count }) => `${numberText(count)} ${weight}`)
    .join(', ');
}

/** Everybody who had to do with mail, who did something weighty first. */
export function principalBlocks(page: Page): readonly Block[] {
  const { answers = [] } = page;
  const answer = answers.find(({ id }) => id === 'who-is-who')?.answer;
  if (answer?.status !== 'answered') return [];
  const lines = answer.findings
    .slice(0, mostOf(page, MOST_PRINCIPALS))
    .map(({ weight, summary }): Line => [`${weight}: `, sentence(summary)]);
  const left = answer.findings.length - lines.length;
  const more: Line = [`and ${numberText(left)} more: `, { words: ALL }];
  return [paragraph(sentence(answer.sentence)), list(left > 0 ? [...lines, more] : lines)];
}
