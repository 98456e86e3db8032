import { type Disposable, EventEmitter } from 'vscode';
import {
  type Case,
  CONCLUSION,
  mergedCases,
  noteId,
  notesOn,
  type QuestionNotes,
  SETTLED,
  type Sketch,
  sameCase,
  writtenIn,
  YES,
} from '../../../server/src/wire/protocol';
import type { CaseFiles, StoredCase } from './caseFiles';
import { randomText } from './randomText';

/**
 * What somebody has written on the questions about the logs at hand. It belongs to a case, which is known by what the logs hold: it is
 * there again where they are moved, renamed or have grown. A new case is made by the first note.
 *
 * Another window may write on the same case: what is in its file is read before anything is written, and of two writings the later counts.
 */
export class CaseNotes implements Disposable {
  readonly #files: CaseFiles;
  readonly #changed = new EventEmitter<'found' | 'written'>();
  /** What was written on other logs was found, or something was written on these. */
  readonly onDidChange = this.#changed.event;
  #sketch: Sketch = [];
  #known: StoredCase | undefined;
  /** One thing after the other. */
  #queue: Promise<void> = Promise.resolve();

  constructor(files: CaseFiles) {
    this.#files = files;
  }

  /** Whether there is anything by which these logs would be known again. */
  get canWrite(): boolean {
    return this.#sketch.length > 0;
  }

  /** What was written on the logs that were answered about; undefined where nothing was, or it is not known yet. */
  get known(): Case | undefined {
    return this.#known?.case;
  }

  /** What was written on some logs, whether or not they are those that were answered about. */
  async of(sketch: Sketch): Promise<Case | undefined> {
    if (sketch.length === 0) return undefined;
    const { known } = this;
    if (known !== undefined && sameCase(sketch, [known]) !== undefined) return known;
    return (await this.#files.find(sketch))?.case;
  }

  on(question: string): QuestionNotes {
    return notesOn(this.#known?.case, question);
  }

  /** Other logs are at hand, or the same ones have changed. */
  async look(sketch: Sketch): Promise<void> {
    if (sketch.length === this.#sketch.length && sketch.every((hash, at) => hash === this.#sketch[at])) return;
    this.#sketch = sketch;
    // What belongs to other logs is not shown for a moment longer.
    if (this.#known !== undefined && sameCase(sketch, [this.#known.case]) === undefined) this.#show(undefined, 'found');
    await this.#inTurn(async () => this.#show(await this.#find(), 'found'));
  }

  /** Takes over what another window has written meanwhile. */
  async refresh(): Promise<void> {
    if (this.canWrite) await this.#inTurn(async () => this.#show(await this.#latest()));
  }

  /** An empty text takes it away. Rejects where it can't be kept. */
  async conclude(question: string, text: string): Promise<void> {
    await this.#write(question, CONCLUSION, text);
  }

  /** @param id of the note that it replaces; without it, it is a new one */
  async note(question: string, text: string, id = noteId(Date.now(), randomText())): Promise<void> {
    await this.#write(question, id, text);
  }

  async settle(question: string, isSettled: boolean): Promise<void> {
    await this.#write(question, SETTLED, isSettled ? YES : '');
  }

  /**
   * Takes over what was written elsewhere, whether or not it is on the logs at hand. Of two writings the later counts.
   *
   * @returns how many texts that were here have another one in their place
   */
  async take(other: Case): Promise<number> {
    let replaced = 0;
    await this.#inTurn(async () => {
      const found = await this.#files.find(other.sketch);
      const own = found?.case ?? NOTHING;
      const merged = mergedCases(own, other);
      const texts = new Set(merged.entries.map(textKey));
      replaced = own.entries.filter((entry) => entry.text !== '' && !texts.has(textKey(entry))).length;
      await this.#files.write(merged, found?.uri);
      this.#show(await this.#find(), 'found');
    });
    return replaced;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #write(question: string, id: string, text: string): Promise<void> {
    const sketch = this.#sketch;
    await this.#inTurn(async () => {
      const { uri, case: latest } = (await this.#latest()) ?? { uri: undefined, case: NOTHING };
      const joined = mergedCases(latest, { sketch, entries: [] });
      const stored = await this.#files.write(writtenIn(joined, { question, id, text: text.trim() }, Date.now()), uri);
      if (sketch === this.#sketch) this.#show(stored);
    });
  }

  /** What is in the file by now, and what this window knows. Where somebody has taken the file away, all of it is gone. */
  async #latest(): Promise<StoredCase | undefined> {
    const known = this.#known;
    const read = known === undefined ? 'gone' : await this.#files.read(known.uri);
    if (known === undefined || read === 'gone') return await this.#find();
    return read === 'unreadable' ? known : { uri: read.uri, case: mergedCases(read.case, known.case) };
  }

  async #find(): Promise<StoredCase | undefined> {
    return this.#sketch.length === 0 ? undefined : await this.#files.find(this.#sketch);
  }

  #show(known: StoredCase | undefined, how: 'found' | 'written' = 'written'): void {
    this.#known = known;
    this.#changed.fire(how);
  }

  #inTurn(task: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(task);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}

const NOTHING: Case = { sketch: [], entries: [] };

function textKey({ question, id, text }: Case['entries'][number]): string {
  return JSON.stringify([question, id, text]);
}
