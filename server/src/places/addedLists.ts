import { Emitter, type Event } from 'vscode-languageserver';
import { type AddedNames, addedNamesOf, type NameList, noAddedNames, readNames } from '../core/index';
import type { LogFiles } from '../host/logFiles';
import type { Platform } from '../host/platform';
import { fileKey } from '../wire/fileKey';
import { placesApart } from '../wire/placeNames';
import type { NameFile, NamesAdded } from '../wire/protocol';

interface ReadList extends Pick<NameList, 'ids'> {
  readonly uri: string;
}

/** Nothing else is answered while one is read. Some 150,000 users; UTF-16 units. */
const LONGEST = 32 * 1024 * 1024;
const TOO_LONG =
  'It is longer than 32 MB, which is more than any list of an organization. Split it into several files.';

/** Of names that prove nothing, so many are told. */
const MOST_TOLD = 3;

/** The lists of names that the user has added to what the logs teach: the one server-side state of them. */
export class AddedLists {
  readonly #files: LogFiles | undefined;
  readonly #changed = new Emitter<void>();
  #lists: readonly ReadList[] = [];
  #names = noAddedNames;
  #revision = 0;
  /** Lists are read one after the other, in the order they were asked for. */
  #work: Promise<unknown> = Promise.resolve();

  readonly onDidChange: Event<void> = this.#changed.event;

  constructor({ files }: Platform) {
    this.#files = files;
  }

  /** Grows with every change. */
  get revision(): number {
    return this.#revision;
  }

  get names(): AddedNames {
    return this.#names;
  }

  /** Settles when all that was asked for so far is read. */
  async settled(): Promise<void> {
    await this.#work;
  }

  /** Reads some files and adds what they name; a file that is there already is read anew. What is refused changes nothing. */
  add(uris: readonly string[]): Promise<NamesAdded> {
    const work = this.#work.then(() => this.#add(uris));
    this.#work = work.catch(() => undefined);
    return work;
  }

  /** Lets go of all of them. */
  forget(): Promise<void> {
    const work = this.#work.then(() => this.#take([]));
    this.#work = work;
    return work;
  }

  async #add(uris: readonly string[]): Promise<NamesAdded> {
    const files: NameFile[] = [];
    // The list added last goes last, so one that is read anew loses its place. By key: there may be thousands of files.
    const lists = new Map(this.#lists.map((list) => [fileKey(list.uri), list]));
    let isChanged = false;
    for (const uri of uris) {
      const { told, list } = await this.#read(uri);
      files.push(told);
      if (list === undefined) continue;
      lists.delete(fileKey(uri));
      lists.set(fileKey(uri), list);
      isChanged = true;
    }
    if (isChanged) this.#take(Array.from(lists.values()));
    const { byId, labels, unsure } = this.#names;
    return {
      files,
      ids: byId.size,
      lists: labels,
      unsureNames: { count: unsure.names.length, first: unsure.names.slice(0, MOST_TOLD) },
      renamedIds: { count: unsure.ids.length, first: unsure.ids.slice(0, MOST_TOLD) },
    };
  }

  async #read(uri: string): Promise<{ readonly told: NameFile; readonly list?: ReadList }> {
    if (this.#files === undefined)
      return { told: { uri, ids: 0, notes: [], refused: 'This window has no files on a disk.' } };
    const read = await this.#files.read(uri, undefined, 'text');
    if ('failure' in read) return { told: { uri, ids: 0, notes: [], refused: sentence(read.failure) } };
    if (read.text.length > LONGEST) return { told: { uri, ids: 0, notes: [], refused: TOO_LONG } };
    const { ids, notes, refused } = readNames(read.text);
    const all = [...read.notes.map(({ message }) => message), ...notes];
    const distinct = new Set(ids.map(({ id }) => id)).size;
    const repeated = ids.length - distinct;
    if (repeated > 0)
      all.push(
        repeated === 1 ? 'One entry repeats the id of another.' : `${repeated} entries repeat the id of another.`,
      );
    const told = { uri, ids: distinct, notes: all, ...(refused !== undefined && { refused }) };
    return refused === undefined ? { told, list: { uri, ids } } : { told };
  }

  #take(lists: readonly ReadList[]): void {
    const labels = placesApart(lists.map(({ uri }) => uri));
    this.#lists = lists;
    this.#names = addedNamesOf(lists.map(({ ids }, at) => ({ ids, label: labels[at] ?? '' })));
    this.#revision++;
    this.#changed.fire();
  }
}

/** Failures are clauses that follow the name of a file. */
function sentence(clause: string): string {
  return `${clause.slice(0, 1).toUpperCase()}${clause.slice(1)}`;
}
