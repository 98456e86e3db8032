import type { Act } from '../act';
import type { Grounds } from '../questions/grounds';
import { phraseOf } from '../questions/phrase';
import { when, whoIs } from '../questions/told';
import { type AccessLink, howSure, type Strength } from './accessLink';

/** More calls about one role or mailbox nobody reads one by one; the earliest are told. */
const MOST = 8;

/** A link for each of some calls that gave a right. @param why by what the later ones are tied to the first */
export function grantLinks(
  acts: readonly Act[],
  { evidence }: Grounds,
  strength: Strength,
  why: string,
): readonly AccessLink[] {
  return acts.slice(0, MOST).map((act, at): AccessLink => {
    const sentence = `${whoIs(act)} ${phraseOf(act, evidence.entities)}, ${when([act])}`;
    return at === 0
      ? { step: 'grant', sentence, acts: [act] }
      : { step: 'grant', sentence: `${sentence}${howSure(strength, why)}`, strength, acts: [act] };
  });
}
