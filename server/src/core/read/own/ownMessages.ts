import type { Span } from '../../record';
import type { Gap } from '../gaps';
import { parseObject } from '../whole';
import type { FieldOrder } from './fieldOrder';
import type { AroundMessages, HeldMessage } from './heldMessages';
import { holderOf } from './holderOf';
import { lackOrganization } from './lacksOrganization';
import { DELIMITERS, NamelessLines } from './namelessLines';
import { ownKindOf } from './ownKind';
import type { OwnOutside } from './ownOutside';
import type { OwnPiece } from './ownPiece';
import { cellsOfLine } from './ownRow';
import { ownTableOf, piecesInTable } from './ownTable';
import { UntoldValues } from './untoldValues';
import { ORGANIZATION } from './valueForm';

/** So many messages that name an organization are asked whether they are lines of values. */
const ASKED = 40;
/** Of ten lines, one may be damaged, where nothing but lines stands in a text. */
const MOST = 0.9;

/**
 * Whether a text hands out lines of values as CloudWatch's messages: what is asked has to be some, since errors and settings name organizations, too.
 *
 * @param orders of fields that calls have told: what fits one is a line, however short it is
 */
export function holdsLines(text: string, orders: readonly FieldOrder[] = []): boolean {
  if (!ORGANIZATION.test(text)) return holdsLinesWithout(text, orders);
  const told = orders.length === 0 ? undefined : new NamelessLines([], orders);
  let asked = 0;
  let ofValues = 0;
  for (const { text: line } of holderOf(text)?.messages() ?? []) {
    if (line.startsWith('#') || line.startsWith('{') || !ORGANIZATION.test(line)) continue;
    asked++;
    if (isOfValues(line) || told?.columnsOf(line) !== undefined) ofValues++;
    if (asked === ASKED) break;
  }
  return ofValues > 0 && ofValues >= MOST * asked;
}

/** The same for lines that do not name their organization, of which a call has told. */
function holdsLinesWithout(text: string, orders: readonly FieldOrder[]): boolean {
  if (!orders.some(lackOrganization)) return false;
  const nameless = new NamelessLines([], orders);
  let asked = 0;
  let ofValues = 0;
  for (const { text: line } of holderOf(text, nameless)?.messages() ?? []) {
    if (line.startsWith('#') || line.startsWith('{') || !nameless.isAsked(line)) continue;
    asked++;
    if (nameless.columnsOf(line) !== undefined) ofValues++;
    if (asked === ASKED) break;
  }
  return ofValues > 0 && ofValues >= MOST * asked;
}

const LEAST_VALUES = 4;
/** The ARN of an organization and what stands beside it. */
const AROUND =
  /([^A-Za-z0-9"]{0,5})arn:aws[a-z-]*:workmail:[a-z0-9-]*:\d{12}:organization\/m-[0-9a-z]+([^A-Za-z0-9"]{0,5})/;

/** Whether a line has an organization among its values, and a time, an address, or yes or no. */
export function isOfValues(line: string): boolean {
  return delimitersIn(line).some((delimiter) => {
    const cells = cellsOfLine(line, delimiter);
    return (
      cells.length >= LEAST_VALUES &&
      cells.some(({ text }) => ORGANIZATION_ALONE.test(text)) &&
      cells.some(({ text }) => (OF_PROSE.test(delimiter) ? TIME : TELLING).test(text))
    );
  });
}

/** What may stand between the values of a line: what usually does, and what stands beside its organization. */
function delimitersIn(line: string): readonly string[] {
  const [, before = '', behind = ''] = AROUND.exec(line) ?? [];
  const found = new Set(DELIMITERS);
  for (let length = 1; length <= before.length; length++) found.add(before.slice(-length));
  for (let length = 1; length <= behind.length; length++) found.add(behind.slice(0, length));
  return Array.from(found);
}

/** What parts the words of a sentence, too. */
const OF_PROSE = /^[.,:;]? +$/;
const TELLING = /^(?:\d{10}|\d{13}|true|false|\d{1,3}(?:\.\d{1,3}){3})$/i;
/** Of words that spaces part, a sentence may have all others. */
const TIME = /^\d{13}$/;

/** Nothing behind it may be another value. */
const ORGANIZATION_ALONE = /^arn:aws[a-z-]*:workmail:[a-z0-9-]*:\d{12}:organization\/[\w-]*$/;

/** Lines of values as if they stood in a file. */
interface LinesOfMessages {
  readonly file: string;
  /** The position of its message by where a line begins. */
  readonly byStart: ReadonlyMap<number, number>;
}

/**
 * All records of such messages, in their order: lines of values read as if they stood in a file, one order of fields for all or as calls
 * have told, and what is JSON between them.
 */
export function* piecesInMessages(text: string, orders: readonly FieldOrder[]): Generator<OwnPiece, OwnOutside> {
  const holder = holderOf(text, new NamelessLines([], orders));
  const messages = Array.from(holder?.messages() ?? []);
  const outside = holder?.outside(messages) ?? { form: 'other', gaps: [] };
  const { gaps, lacksNames } = yield* piecesOfMessages(messages, outside, orders);
  return { form: outside.form, gaps: [...gaps, ...outside.gaps], ...(lacksNames && { lacksNames }) };
}

/** What is left of messages that were read. */
export interface LeftOfMessages {
  /** What can't be told of lines that have no names. */
  readonly gaps: readonly Gap[];
  readonly lacksNames?: true;
}

/**
 * The same of messages that were found.
 *
 * @param outside what is known beside them
 */
export function* piecesOfMessages(
  messages: readonly HeldMessage[],
  outside: Pick<AroundMessages, 'around'>,
  orders: readonly FieldOrder[],
): Generator<OwnPiece, LeftOfMessages> {
  const { file, byStart } = linesOf(messages);
  const table = ownTableOf(file, orders);
  let given = 0;
  function* jsonBefore(end: number): Generator<OwnPiece> {
    for (; given < end; given++) {
      const message = messages[given];
      const piece = message && pieceOfJson(message);
      if (piece !== undefined) yield piece;
    }
  }
  const pieces = table && piecesInTable(file, table);
  for (let next = pieces?.next(); next !== undefined; next = pieces?.next()) {
    if (next.done) {
      yield* jsonBefore(messages.length);
      const { gaps: ofLines, ...left } = next.value;
      // No message is cut off because the next one is no line of values.
      const gaps = ofLines
        .filter(({ kind }) => kind !== 'cut-off')
        .map((gap) => ({
          ...gap,
          span: spanOf(messages[byStart.get(gap.span.start) ?? -1], gap),
        }));
      return { gaps, ...left };
    }
    const at = byStart.get(next.value.start) ?? -1;
    const message = messages[at];
    if (message === undefined) continue;
    yield* jsonBefore(at);
    given = at + 1;
    const { start, end, edits } = message;
    const around = message.around ?? outside.around?.get(at) ?? next.value.around;
    yield { ...next.value, start, end, edits, ...(around !== undefined && { around }) };
  }
  yield* jsonBefore(messages.length);
  const nameless = new NamelessLines([], orders);
  const untold = new UntoldValues();
  for (const message of messages)
    if (!message.text.startsWith('{') && nameless.isAsked(message.text)) untold.take(spanOf(message), undefined);
  return { gaps: untold.gaps(), lacksNames: true };
}

function linesOf(messages: readonly HeldMessage[]): LinesOfMessages {
  const byStart = new Map<number, number>();
  const lines: string[] = [];
  let behind = 0;
  for (const [at, { text, isValues }] of messages.entries()) {
    if (text.startsWith('{') && !isValues) continue;
    byStart.set(behind, at);
    lines.push(text);
    behind += text.length + 1;
  }
  return { file: lines.join('\n'), byStart };
}

function pieceOfJson({ start, end, text, edits, around, isValues }: HeldMessage): OwnPiece | undefined {
  const value = !isValues && text.startsWith('{') ? parseObject(text) : undefined;
  const log = ownKindOf(value);
  if (value === undefined || log === undefined) return undefined;
  const form = edits.length > 0 ? 'cell' : 'object';
  return {
    start,
    end,
    form,
    source: text,
    value,
    damages: [],
    edits: [],
    log,
    ...(around !== undefined && { around }),
  };
}

function spanOf(message: Span | undefined, { span }: { readonly span?: Span } = {}): Span {
  const { start, end } = message ?? span ?? { start: 0, end: 0 };
  return { start, end };
}
