import type { Answered } from '../questions/readingOrder';
import { elsewhereOf } from '../questions/toldInquiry';
import { type Block, heading, type Line, list, paragraph } from './blocks';
import { sentence, titlesOf } from './findingLine';

/** Questions to which nothing was found, but for doors that are open, and those that the logs cannot answer, with where to look instead. */
export function silentBlocks(answers: readonly Answered[]): readonly Block[] {
  const nothing = answers
    .filter(({ id, answer }) => answer.status === 'nothing-found' && id !== 'still-open')
    .map(({ id }) => id);
  const untold = Array.from(bySentence(answers.filter(({ answer }) => answer.status === 'cannot-tell')), untoldLine);
  return [
    ...(nothing.length === 0 ? [] : [paragraph(`Nothing found: ${titlesOf(nothing)}.`)]),
    ...(untold.length === 0 ? [] : [heading(3, 'What these logs cannot tell'), list(untold)]),
  ];
}

/** Questions that get the same answer are told together. */
function bySentence(answers: readonly Answered[]): ReadonlyMap<string, readonly Answered[]> {
  const found = new Map<string, Answered[]>();
  for (const each of answers) {
    const { id, answer } = each;
    // What no log of CloudTrail can tell has a chapter of its own.
    const own = id === 'blind-spots' ? answer.notCovered.join(' ') : answer.sentence;
    const known = found.get(own);
    if (own === '') continue;
    if (known === undefined) found.set(own, [each]);
    else known.push(each);
  }
  return found;
}

function untoldLine([words, same]: readonly [string, readonly Answered[]]): Line {
  const ids = same.map(({ id }) => id);
  const [only] = ids.length === 1 && !ids.includes('blind-spots') ? ids : [];
  const missing = only === undefined ? [] : elsewhereOf(only, same[0]?.answer ?? {});
  const logs = new Set(missing.map(({ log }) => log));
  const instead: Line = logs.size === 0 ? [] : [' Look instead: ', { words: Array.from(logs).join(' ') }];
  return [`${titlesOf(ids)}: `, sentence(words), ...instead];
}
