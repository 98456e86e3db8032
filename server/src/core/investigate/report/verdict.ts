import { once } from '../../once';
import { placeNumberOf } from '../placeNumber';
import type { Finding } from '../questions/answer';
import type { Answered } from '../questions/readingOrder';
import type { Entry, Line } from './blocks';
import { eventsOf, findingLine, sentence } from './findingLine';
import type { Page } from './page';

/** Whether all this is only a move to another mail system decides how the rest is read. */
export interface Verdict {
  readonly words: string;
  /** What weighs most of what hides in a move; undefined where nothing does. */
  readonly stray: Finding | undefined;
  readonly moves: readonly Finding[];
}

const MOST_MOVES = 2;

/** Undefined where there is neither a move nor anything that looks like a theft of mail. */
export function verdictOf(answers: readonly Answered[]): Verdict | undefined {
  const answer = answers.find(({ id }) => id === 'migration-or-theft')?.answer;
  if (answer?.status !== 'answered') return undefined;
  const { sentence: words, findings } = answer;
  const stray = findings.find(({ summary }) => words.includes(summary));
  const moves = findings.filter(({ kind }) => kind === 'move').slice(0, MOST_MOVES);
  if (stray === undefined && moves.length === 0) return undefined;
  return {
    // What strays has a line of its own.
    words: stray === undefined ? words : words.slice(0, words.indexOf(stray.summary)).replace(/ (?:First: )?$/, ''),
    stray,
    moves,
  };
}

/** Tells whether a verdict tells all of a finding: it is one of the verdict's own, or its acts and its words are part of what strays. */
export function toldIn({ stray, moves }: Verdict): (finding: Finding) => boolean {
  const places = once(() => new Set(stray?.acts.map(placeNumberOf)));
  const facts = once(() => stray?.parts?.facts.map((fact) => fact.toLowerCase()) ?? []);
  return (finding) => {
    if (finding === stray || moves.includes(finding)) return true;
    const [, words] = DEEDS.exec(finding.summary) ?? [];
    if (stray === undefined || words === undefined) return false;
    const isTold = (phrase: string): boolean =>
      stray.summary.includes(phrase) || facts().includes(`${phrase}.`.toLowerCase());
    return words.split('; ').every(isTold) && finding.acts.every((act) => places().has(placeNumberOf(act)));
  };
}

/** What somebody did, behind who it was and when: see `tell`. */
const DEEDS = / UTC: (.+)\.$/;

/** What speaks against a mere move, and the moves. */
export function verdictLines(page: Page, { stray, moves }: Verdict): readonly (Line | Entry)[] {
  return [
    ...(stray === undefined ? [] : [findingLine(page, stray, ['migration-or-theft'])]),
    ...moves.map((move): Line => ['The move: ', sentence(move.summary), ' ', ...eventsOf(page, move)]),
  ];
}
