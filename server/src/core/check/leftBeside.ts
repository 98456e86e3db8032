import { unexpected } from '../read/gaps';
import { lineEnd } from '../read/own/ownRecordLines';
import { isIn } from '../read/own/spansInText';
import type { Problem, Span } from '../record';
import { problemOfGap } from './checkRecord';
import { codeOf } from './rules';

const TEXT = /* @__PURE__ */ codeOf('unexpected-text');
/** Brackets and commas alone belong to what stands around records. */
const WORDS = /[\p{L}\p{N}]/u;

/** What is left of a problem between records where one of these stands: of text, the lines that hold nothing of one. */
export function leftBeside(text: string, problem: Problem, places: readonly Span[]): readonly Problem[] {
  const { span, code } = problem;
  if (span === undefined || !isIn(places, span)) return [problem];
  if (code !== TEXT) return [];
  const left: Span[] = [];
  let isNext = false;
  for (let at = span.start; at < span.end; ) {
    const end = Math.min(span.end, lineEnd(text, at));
    const written = text.slice(at, end);
    const start = at + written.length - written.trimStart().length;
    const line = { start, end: at + written.trimEnd().length };
    const last = left.at(-1);
    if (isIn(places, { start: at, end }) || line.end <= line.start) isNext &&= line.end <= line.start;
    else if (isNext && last !== undefined) left[left.length - 1] = { start: last.start, end: line.end };
    else {
      left.push(line);
      isNext = true;
    }
    at = end + 1;
  }
  return left
    .filter((each) => WORDS.test(text.slice(each.start, each.end)) && !(each.end === span.end && opensJson(text, each)))
    .map((each) => problemOfGap(unexpected(text, each)));
}

/** What lookup-events and the like write before an event: a list, members, and the text that the event stands in. */
const OPENING = /^[[{](?:"(?:[^"\\]|\\.)*"|true|false|null|[\s[\]{},:\d.+-])*"?$/;

/** Whether a stretch is nothing but the beginning of JSON that an event stands in. */
function opensJson(text: string, { start, end }: Span): boolean {
  return OPENING.test(text.slice(start, end));
}
