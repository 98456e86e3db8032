import type { Case } from '../case/case';
import { notesOn } from '../case/case';
import { inquiryIds } from '../questions/inquiry';
import { toldInquiry } from '../questions/toldInquiry';
import { type Block, type Entry, heading, type Line, list, paragraph } from './blocks';
import type { Page } from './page';

/** All that somebody wrote is shown. */
const ALL = Number.POSITIVE_INFINITY;

/** What somebody wrote on the questions, told apart from what the logs tell. */
export function writtenSection({ written }: Page): readonly Block[] {
  const entries = written === undefined ? [] : inquiryIds.flatMap((id) => entryOn(id, written));
  if (entries.length === 0) return [];
  return [
    heading(2, 'Conclusions and notes'),
    paragraph('Written by whoever looked into this, in the view Questions. Nothing of this chapter is from the logs.'),
    list(entries),
  ];
}

function entryOn(id: (typeof inquiryIds)[number], written: Case): readonly Entry[] {
  const { isSettled, conclusion, notes } = notesOn(written, id);
  if (!isSettled && conclusion === '' && notes.length === 0) return [];
  const { title } = toldInquiry(id);
  const line: Line = [
    `${title}${isSettled ? ' (settled)' : ''}: `,
    ...(conclusion === '' ? ['no conclusion yet.'] : [{ log: conclusion, most: ALL }]),
  ];
  return [{ line, below: notes.map(({ text }): Line => ['Note: ', { log: text, most: ALL }]) }];
}
