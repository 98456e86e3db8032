import type { Form, Span, TextEdit } from '../../record';
import { applyEdits, inOrder } from '../edits';
import { escaped } from '../escapes';
import { run, START } from '../grammar';
import { mend } from '../mend';
import type { Ending } from '../recordEnd';
import { type Proposal, remove } from '../repairs/proposal';
import { parseObject } from '../whole';
import { bareCharacters } from './bareCharacters';
import type { Embedded } from './embedded';
import { type Level, SLASHES } from './eventStarts';
import { saidBy, wrongCharacterIn } from './oneWrongCharacter';
import { unescapeSteps } from './unescapeSteps';

const FORMS: readonly [Form, Form, Form, Form] = ['object', 'text', 'text-in-text', 'text-in-text-in-text'];

/** What the event between two offsets says, mended where it is damaged. */
export function readEmbedded(text: string, start: number, end: number, level: Level): Embedded {
  const form = FORMS[level];
  const content = text.slice(start, end);
  const whole = saidBy(content, level);
  const value = whole === undefined ? undefined : parseObject(whole);
  if (whole !== undefined && value !== undefined) {
    return { start, end, form, source: whole, value, damages: [], edits: [] };
  }
  return readDamaged(content, start, level);
}

function readDamaged(content: string, start: number, level: Level): Embedded {
  const base = { start, form: FORMS[level] };
  const end = start + content.length;
  const { text: source, toContent } = unescapeSteps(content, level);
  const bare = level === 0 ? [] : bareCharacters(content, SLASHES[level] ?? '');
  const stop = run(source, 0, source.length, START);
  if (stop.kind === 'closed' && bare.every(({ span }) => span.start >= toContent(stop.at))) {
    const value = parseObject(source.slice(0, stop.at));
    // What stands behind it in its string is no part of it.
    if (value !== undefined) {
      return {
        ...base,
        end: start + toContent(stop.at),
        source: source.slice(0, stop.at),
        value,
        damages: [],
        edits: [],
      };
    }
  }
  const wrong = level === 0 ? undefined : wrongCharacterIn(content, level);
  if (wrong !== undefined) {
    const { damage } = wrong;
    return { ...base, end, source: wrong.source, value: wrong.value, damages: [damage], edits: damage.edits };
  }
  const alone = (at: number): Ending => (source.slice(at).trim() === '' ? 'sure' : 'no');
  const isRead = parseObject(source) !== undefined;
  const mended = isRead ? undefined : mend(source, { endsLog: true, isBare: true, ending: alone });
  const inLog = ({ start: from, end: to }: Span): Span => {
    const begin = toContent(from);
    return { start: begin, end: Math.max(begin, toContent(to)) };
  };
  const rewritten = (edit: TextEdit): TextEdit => ({ ...inLog(edit), text: escapedTimes(edit.text, level) });
  const found = (mended?.damages ?? []).map((damage) => ({
    ...damage,
    span: inLog(damage.span),
    edits: damage.edits.map(rewritten),
  }));
  const left = mended === undefined ? source.length : mended.end;
  const mends = [...(mended?.edits ?? []), ...(left < source.length ? [remove(left, source.length)] : [])];
  const edits = mends.map(rewritten);
  const needed = bare.filter(({ edits: [only] }) => only !== undefined && !edits.some((edit) => overlaps(edit, only)));
  const value = parseObject(applyEdits(source, mends));
  return {
    ...base,
    end,
    source,
    value: value !== undefined && Object.keys(value).length > 0 ? value : undefined,
    damages: withBare(found, needed),
    edits: inOrder([...edits, ...needed.flatMap((each) => each.edits)]),
  };
}

/** More bare characters than this have one cause, and are one problem. */
const MOST_BARE = 32;

/** A character that is bare right where another damage is has the same cause: its repair becomes a part of the other. */
function withBare(damages: readonly Proposal[], bare: readonly Proposal[]): readonly Proposal[] {
  const all = [...damages];
  const others: Proposal[] = [];
  for (const each of bare) {
    const near = all.findIndex(({ span, edits }) => [span, ...edits].some((place) => touches(place, each.span)));
    const other = all[near];
    if (other === undefined) others.push(each);
    else all[near] = { ...other, edits: inOrder([...other.edits, ...each.edits]) };
  }
  const [first] = others;
  if (first === undefined) return all;
  const apart = others.length <= MOST_BARE ? others : [{ ...first, edits: others.flatMap(({ edits }) => edits) }];
  return [...all, ...apart].sort((a, b) => a.span.start - b.span.start);
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function escapedTimes(text: string, level: number): string {
  let result = text;
  for (let each = 0; each < level; each++) result = escaped(result);
  return result;
}
