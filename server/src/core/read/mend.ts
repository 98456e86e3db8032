import { envelopeFields } from '../../generated/envelopeFields';
import type { Span, TextEdit } from '../record';
import { applyEdits, inOrder, toOriginal } from './edits';
import { run, START, type State, type Stop, type Token } from './grammar';
import type { Ending } from './recordEnd';
import { brackets, closedTooEarly, lostFirstBrace } from './repairs/brackets';
import { abandon, ending, lostBrace } from './repairs/ending';
import { oneCharacter } from './repairs/oneCharacter';
import { otherQuotes } from './repairs/otherQuotes';
import { otherSpaces } from './repairs/otherSpaces';
import type { Damage, Proposal } from './repairs/proposal';
import { separators, valueIsNextKey } from './repairs/separators';
import { afterString, insideString, strayQuotes } from './repairs/strings';
import { bareWord, foreignText, garbledLiteral, leftOut } from './repairs/words';

/**
 * Mending one damaged record: where the grammar machine stops, every repair that could explain the stop is tried, and
 * the one that lets the machine run farthest is taken. So a lost quote is told from a lost comma by what follows it,
 * not by a rule of thumb; and since only one record's text is in play, no other record can suffer. The
 * whole of it: docs/design/mending-a-record.md.
 */

/** A damaged record as it was made JSON for reading. */
export interface Mended {
  /** Behind the record's last character. Offsets here count from the start of the text given. */
  readonly end: number;
  /** One per damaged place, with the repair that was made. */
  readonly damages: readonly Proposal[];
  /** All edits, safe or not, that turn the record into JSON; in order. */
  readonly edits: readonly TextEdit[];
}

/** More damaged places than this in one record are not told apart. */
const MAX_REPAIRS = 64;
/** How far behind a repair its effect is watched. */
const LOOKAHEAD = 6000;

const CLOSED = Number.MAX_SAFE_INTEGER;
const UNDISTURBED = CLOSED - 1;

/** The text of a record as mended so far, and how it came from the original. */
interface Work {
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/** What a record's surroundings say of where it may end. */
export interface Surroundings {
  /** Whether the text given is the last of the log, so that the record may have been cut off. */
  readonly endsLog: boolean;
  /** Whether the record stands alone, so that a brace missing at its end is all that is missing. */
  readonly isBare: boolean;
  /** Whether the record may end before an offset, told by what follows there. */
  readonly ending: (at: number) => Ending;
}

/**
 * @param original the record's text from its `{` (or its first key, when that brace is lost) up to where the next
 * record or the wrapping goes on. It may hold less than the record, or more.
 */
export function mend(original: string, around: Surroundings): Mended {
  const fields: ReadonlySet<string> = new Set(envelopeFields);
  const damages: Proposal[] = [];
  let work: Work = { text: original, edits: [] };
  let stop = run(work.text, 0, work.text.length, START);

  for (let count = 0; ; count++) {
    const end = endIn(work, stop.at);
    if (stop.kind === 'closed' && around.ending(end) === 'sure') return { end, damages, edits: work.edits };
    const damage = damageAt(work.text, stop);
    const proposals = count < MAX_REPAIRS ? proposalsFor(damage, around, fields) : [];
    const endsAt = (at: number) => around.ending(toOriginal(work.edits, at));
    const best = count < MAX_REPAIRS ? choose(damage, proposals, endsAt) : undefined;
    if (best === undefined && stop.kind === 'closed') return { end, damages, edits: work.edits };
    const proposal = best ?? abandon(damage);
    damages.push(inOriginal(proposal, work.edits));
    const from = resumePoint(damage, inOrder(proposal.edits));
    work = applied(original, work, proposal.edits);
    stop = run(work.text, from.at, work.text.length, from.state, from.history);
    if (best === undefined) return { end: endIn(work, stop.at), damages, edits: work.edits };
  }
}

function damageAt(text: string, stop: Stop): Damage {
  const found = stop.at < text.length ? (text[stop.at] ?? '') : '';
  return { text, start: 0, limit: text.length, stop, last: stop.tokens.at(-1), beforeLast: stop.tokens.at(-2), found };
}

/** Every repair worth a trial, the likelier first: of equals the first is taken. */
function proposalsFor(damage: Damage, around: Surroundings, fields: ReadonlySet<string>): readonly Proposal[] {
  const { stop, text } = damage;
  if (stop.kind === 'closed') return text[0] === '{' ? closedTooEarly(damage) : lostFirstBrace(damage);
  if (stop.kind === 'limit') return ending(damage, around, fields);
  if (stop.kind === 'control' || stop.kind === 'escape' || stop.kind === 'open-string') {
    return [...insideString(damage), ...ending(damage, around, fields)];
  }
  if (stop.kind === 'deep') return [];
  const atStart = text[0] === '{' ? [] : lostFirstBrace(damage);
  return [
    ...atStart,
    ...leftOut(damage),
    ...otherSpaces(damage),
    ...separators(damage),
    ...garbledLiteral(damage),
    ...otherQuotes(damage),
    ...bareWord(damage),
    ...afterString(damage),
    ...valueIsNextKey(damage),
    ...(damage.found === ']' ? lostBrace(damage, fields) : []),
    ...brackets(damage),
    ...strayQuotes(damage).filter((proposal) => proposal.edits.length <= 2),
    ...foreignText(damage),
    ...ending(damage, around, fields),
  ];
}

/** Where the record ends in the original: never inside of what was put right, which may be all of it. */
function endIn({ edits }: Work, at: number): number {
  return Math.max(toOriginal(edits, at), edits.at(-1)?.end ?? 0);
}

/** The proposal that lets the machine run farthest; none when no proposal gets it past the damage. */
function choose(damage: Damage, proposals: readonly Proposal[], endsAt: (at: number) => Ending): Proposal | undefined {
  if (proposals.length === 0) return undefined;
  // A record that may well end here is only continued when that explains everything up to a sure end.
  const isEnd = damage.stop.kind === 'closed' && endsAt(damage.stop.at) === 'perhaps';
  const reasoned = farthest(damage, proposals, endsAt, isEnd ? UNDISTURBED : damage.stop.at);
  if (isEnd) return reasoned?.proposal;
  if (reasoned !== undefined && reasoned.score >= UNDISTURBED) return reasoned.proposal;
  const floor = UNDISTURBED - 1;
  const other = farthest(damage, oneCharacter(damage), endsAt, floor);
  if (other !== undefined || (reasoned !== undefined && reasoned.tokens >= CONVINCING))
    return (other ?? reasoned)?.proposal;
  return (farthest(damage, strayQuotes(damage), endsAt, floor) ?? reasoned)?.proposal;
}

/** A repair behind which this many tokens are in order is believed: what stops the machine then is another damage. */
const CONVINCING = 3;

interface Trial {
  readonly proposal: Proposal;
  /** How far the machine gets, in offsets of the damaged text; more than any offset when nothing stops it. */
  readonly score: number;
  /** How many tokens it takes behind the damage. */
  readonly tokens: number;
}

/** Of the proposals that let the machine run beyond `floor`, the first of those that let it run farthest. */
function farthest(
  damage: Damage,
  proposals: readonly Proposal[],
  endsAt: (at: number) => Ending,
  floor: number,
): Trial | undefined {
  let best: Trial | undefined;
  for (const proposal of proposals) {
    const trial = tryOut(damage, proposal, endsAt);
    if (trial.score > (best?.score ?? floor)) best = trial;
    if (trial.score === CLOSED) break;
  }
  return best;
}

/** How far the machine gets in the text as the proposal would have it, from the last token before its first edit. */
function tryOut(damage: Damage, proposal: Proposal, endsAt: (at: number) => Ending): Trial {
  const { text, stop } = damage;
  const edits = inOrder(proposal.edits);
  const from = resumePoint(damage, edits);
  const far = Math.min(text.length, Math.max(edits.at(-1)?.end ?? 0, stop.at) + LOOKAHEAD);
  const relative = edits.map((edit) => ({ start: edit.start - from.at, end: edit.end - from.at, text: edit.text }));
  const trial = applyEdits(text.slice(from.at, far), relative);
  const outcome = run(trial, 0, trial.length, from.state);
  const reached = from.at + toOriginal(relative, outcome.at);
  const tokens = outcome.tokens.filter((token) => from.at + toOriginal(relative, token.start) > stop.at).length;
  const sawNothing = far < text.length && (outcome.kind === 'limit' || outcome.kind === 'open-string');
  if (outcome.kind === 'closed' && endsAt(reached) === 'sure') return { proposal, score: CLOSED, tokens };
  if (outcome.kind === 'closed' && proposal.kind === 'cut-off') return { proposal, score: UNDISTURBED, tokens };
  // A text that runs to the very end explains nothing: it counts as far as its opening quote.
  if (outcome.kind === 'open-string' && !sawNothing) {
    return { proposal, score: from.at + toOriginal(relative, outcome.tokenStart), tokens };
  }
  return { proposal, score: sawNothing ? UNDISTURBED : reached, tokens };
}

/** The last place before the first edit from which the machine can be set going again. */
function resumePoint(
  damage: Damage,
  edits: readonly TextEdit[],
): { at: number; state: State; history: readonly Token[] } {
  const first = edits[0]?.start ?? damage.stop.at;
  const { tokens } = damage.stop;
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index];
    if (token !== undefined && token.start <= first) {
      return { at: token.start, state: token.before, history: tokens.slice(0, index) };
    }
  }
  return { at: 0, state: START, history: [] };
}

function applied(original: string, work: Work, edits: readonly TextEdit[]): Work {
  const text = applyEdits(work.text, inOrder(edits));
  const all = inOrder([...work.edits, ...edits.map((edit) => editInOriginal(edit, work.edits))]);
  // Edits that touch earlier insertions do not always compose; the value counts more than the map of its offsets.
  const composed = applyEdits(original, all) === text;
  return { text, edits: composed ? all : [{ start: 0, end: original.length, text }] };
}

function editInOriginal(edit: TextEdit, earlier: readonly TextEdit[]): TextEdit {
  return { start: toOriginal(earlier, edit.start), end: toOriginal(earlier, edit.end), text: edit.text };
}

function spanInOriginal(span: Span, earlier: readonly TextEdit[]): Span {
  return { start: toOriginal(earlier, span.start), end: toOriginal(earlier, span.end) };
}

function inOriginal(proposal: Proposal, earlier: readonly TextEdit[]): Proposal {
  return {
    ...proposal,
    span: spanInOriginal(proposal.span, earlier),
    edits: inOrder(proposal.edits.map((edit) => editInOriginal(edit, earlier))),
  };
}
