import { labelText, type NameFile, type NamesAdded, pathText } from '../../../server/src/wire/protocol';
import { number } from '../events/words';

/** What is told when names were added. Texts are safe to be shown. */
export interface AddedWords {
  readonly message: string;
  readonly detail: string;
  /** Something of it the user should read. */
  readonly isTrouble: boolean;
}

/** Of one name or file. UTF-16 units. */
const longestName = 80;

/** How many ids have names now, and of every file and name what came of it that was not meant. */
export function addedWords({ files, ids, unsureNames, renamedIds }: NamesAdded): AddedWords {
  const taken = files.filter(({ refused }) => refused === undefined);
  const details = files.flatMap(detailOf);
  if (unsureNames.count > 0) {
    details.push(
      `${count(unsureNames.count, 'name stands', 'names stand')} for several ids, and so for none of them: ${some(unsureNames)}. Each id still tells its name.`,
    );
  }
  if (renamedIds.count > 0) {
    details.push(
      `${count(renamedIds.count, 'id is', 'ids are')} called differently in two lists: ${some(renamedIds)}. The list added last goes first, and the others are told beside it.`,
    );
  }
  const message =
    taken.length === 0
      ? 'No names were added.'
      : `${count(ids, 'id has', 'ids have')} a name from ${taken.length === files.length ? '' : `${number(taken.length)} of `}${count(files.length, 'added file', 'added files')}. Names that the logs teach go before them.`;
  return { message, detail: details.join('\n\n'), isTrouble: details.length > 0 };
}

function detailOf({ uri, notes, refused }: NameFile): readonly string[] {
  const words = refused === undefined ? notes : [refused];
  return words.length === 0 ? [] : [`${nameOf(uri)}: ${words.join(' ')}`];
}

function nameOf(uri: string): string {
  return labelText(pathText(uri).split('/').at(-1) ?? '', longestName);
}

function some({ count: all, first }: NamesAdded['unsureNames']): string {
  const shown = first.map((text) => labelText(text, longestName)).join(', ');
  return all > first.length ? `${shown} …` : shown;
}

function count(many: number, one: string, several: string): string {
  return `${number(many)} ${many === 1 ? one : several}`;
}
