import { strays as file } from '../../../generated/movers';
import { duration } from '../../explain/values/timeText';
import type { SignName } from '../moves/moverFiles';
import { otherAccountsIn } from '../moves/otherAccounts';
import type { Stray } from '../moves/strays';

/** Of a list, so many signs have a line each. */
const MOST_LINES = 3;

/** What tells that something is no step of a move, each as a part of a sentence. @param isMoving whether there is a move at all */
export function signWords(stray: Stray, isMoving: boolean): readonly string[] {
  return wordsOf(stray, stray.signs, isMoving);
}

/** The same for a list: the signs that count most first, a line each, and the rest in one. */
export function fewSigns(stray: Stray, isMoving: boolean): readonly string[] {
  const { signs } = file();
  const byPoints = [...stray.signs].sort((left, right) => signs[right].points - signs[left].points);
  const words = wordsOf(stray, byPoints, isMoving);
  const rest = words.slice(MOST_LINES);
  return [...words.slice(0, MOST_LINES), ...(rest.length === 0 ? [] : [`also: ${rest.join('; ')}`])];
}

function wordsOf(stray: Stray, names: readonly SignName[], isMoving: boolean): readonly string[] {
  return names
    .map((name) => {
      const { words, alone } = file().signs[name];
      const said = (isMoving ? words : (alone ?? words)).replace('{span}', () => duration(stray.lasted ?? 0));
      return name === 'foreignAccount' ? `${said}${accountsText(stray)}` : said;
    })
    .filter((words) => words !== '');
}

/** Where mail goes to is what has to be known first. */
function accountsText({ serious }: Stray): string {
  const accounts = Array.from(new Set(serious.flatMap(({ act }) => otherAccountsIn(act))));
  return accounts.length === 0 ? '' : ` (${accounts.join(', ')})`;
}
