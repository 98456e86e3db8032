import { carriers } from '../../../generated/carriers';
import { once } from '../../once';
import { closingQuote, unescaped, unescapeEdits } from '../escapes';
import { formUnder } from '../forms/nameForm';
import { outerTextOf } from '../wrapped/outerText';
import type { HeldMessage, Holder } from './heldMessages';
import type { NamelessLines } from './namelessLines';
import { LONGEST_RECORD } from './recordAround';
import { timeAround } from './timeAround';
import { ORGANIZATION } from './valueForm';

/** The quote before the text of an event, behind the name that a carrier gives it; Loki has it in a list behind its time. */
const beforeMessage = /* @__PURE__ */ once(
  () =>
    new RegExp(`(?:"(?:${carriers().members.messages.join('|')})"\\s*:|\\[\\s*"\\d{1,19}"\\s*,)\\s*"(?=[^{"])`, 'g'),
);

/** Lines of values in strings of JSON, and their header. A message may end with a line feed. */
export function messagesInJson(text: string, lines: Pick<NamelessLines, 'isAsked'> = NAMING): Holder {
  return {
    messages: () => linesIn(text, lines),
    outside: (messages) => {
      const { gaps, around, way } = outerTextOf(
        text,
        messages.map(({ start, end }) => ({ start, end, fills: true })),
      );
      const times = new Map<number, number>();
      for (const [at, holder] of around) {
        const time = timeAround(holder);
        if (time !== undefined) times.set(at, time);
      }
      return { form: formUnder(way).form, gaps, around: times };
    },
  };
}

/** Lines that name their organization. */
const NAMING = { isAsked: (line: string): boolean => ORGANIZATION.test(line) };

function* linesIn(text: string, lines: Pick<NamelessLines, 'isAsked'>): Generator<HeldMessage> {
  for (const { 0: before, index } of text.matchAll(beforeMessage())) {
    const start = index + before.length;
    const end = closingQuote(text, start, Math.min(text.length, start + LONGEST_RECORD));
    if (end < 0) continue;
    const written = text.slice(start, end);
    // White space at the end may stand between two values, of which the last one is empty.
    const line = unescaped(written).replace(/[\r\n]+$/, '');
    if (/[\r\n]/.test(line) || !(lines.isAsked(line) || line.startsWith('#'))) continue;
    yield { start, end, text: line, edits: unescapeEdits(written) };
  }
}
