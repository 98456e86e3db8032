import { formOfLines, LINES } from '../forms/nameForm';
import type { HeldMessage, Holder } from './heldMessages';
import { ownTime } from './ownReading';

const TIME = String.raw`\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?`;
const STREAM = String.raw`[^\s"{}[\]]{1,512}`;
/**
 * What programs that print events of CloudWatch Logs write before each: a time with a zone and the stream (`aws logs tail`), a time alone
 * (`--format short`, export tasks, copies from the console), a group, a stream and perhaps a time (`awslogs get`). The form of the time tells whether
 * a stream follows: a value could look like one.
 */
const BEFORE: readonly RegExp[] = [
  new RegExp(`^(${TIME}[+-]\\d\\d:?\\d\\d) ${STREAM} `),
  new RegExp(`^(${TIME}Z?)[ \\t]`),
  new RegExp(`^/[\\w/.#-]{1,512} ${STREAM} (?:(${TIME}Z?) )?`),
];

/** Events of CloudWatch Logs as programs print them, a line each; undefined where the first line is none. */
export function messagesOfDump(text: string): Holder | undefined {
  const from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const first = /[^\r\n]*\S[^\r\n]*/.exec(text.slice(from, from + LONGEST_LINE))?.[0];
  const before = BEFORE.find((each) => first !== undefined && each.test(first));
  if (before === undefined) return undefined;
  return {
    messages: () => behind(text, from, before),
    outside: (messages) => {
      const starts = messages.map(({ start }) =>
        text.slice(text.lastIndexOf('\n', start) + 1, start).replace('\ufeff', ''),
      );
      return { form: formOfLines(starts) ?? LINES, gaps: [] };
    },
  };
}

/** The message of one line alone, where a time with or without a stream stands before it; undefined for any other line. */
export function messageBehindTime(line: string): Pick<HeldMessage, 'start' | 'text' | 'around'> | undefined {
  for (const before of BEFORE.slice(0, 2)) {
    const [prefix, time] = before.exec(line) ?? [];
    const around = ownTime(time);
    if (prefix !== undefined)
      return { start: prefix.length, text: line.slice(prefix.length), ...(around !== undefined && { around }) };
  }
  return undefined;
}

/** So much of a line is asked what it begins with. */
const LONGEST_LINE = 20_000;

function* behind(text: string, from: number, before: RegExp): Generator<HeldMessage> {
  for (let at = from; at < text.length; ) {
    const feed = text.indexOf('\n', at);
    const next = feed < 0 ? text.length : feed;
    const end = text.charCodeAt(next - 1) === 0x0d ? next - 1 : next;
    const [prefix, time] = before.exec(text.slice(at, end)) ?? [];
    const around = ownTime(time);
    if (prefix !== undefined) {
      const start = at + prefix.length;
      yield { start, end, text: text.slice(start, end), edits: [], ...(around !== undefined && { around }) };
    }
    at = next + 1;
  }
}
