import { CancellationTokenSource, type Disposable, EventEmitter } from 'vscode';
import { InquiriesRequest, type InquiryAnswer, type Sketch } from '../../../server/src/wire/protocol';
import type { LogServer } from '../logServer';

/** What is known of the answers. */
export type Asked =
  | { readonly state: 'never' }
  /** What was answered before stays in sight. */
  | { readonly state: 'asking'; readonly answers: readonly InquiryAnswer[] }
  | { readonly state: 'answered'; readonly answers: readonly InquiryAnswer[]; readonly isOld: boolean }
  /** There are so many events that nothing is asked before somebody wants it. */
  | { readonly state: 'large' }
  | { readonly state: 'failed' };

/**
 * The questions that are asked of every log, and the answers. They are asked when somebody looks, and again when another log or place is
 * there; what somebody types makes them old, and they are asked again on demand: a question to a million events is no matter of a keystroke.
 */
export class InquiriesModel implements Disposable {
  readonly #server: Pick<LogServer, 'ask' | 'fail'>;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #asked: Asked = { state: 'never' };
  #stop: CancellationTokenSource | undefined;
  #sketch: Sketch = [];
  #unnamed = 0;
  /** What the answers are about: which logs and places there were. */
  #about = '';

  constructor(server: Pick<LogServer, 'ask' | 'fail'>) {
    this.#server = server;
  }

  get asked(): Asked {
    return this.#asked;
  }

  /** By which the logs that were answered about are known again. */
  get sketch(): Sketch {
    return this.#sketch;
  }

  /** How many ids of mailboxes and groups in what was found have no name. */
  get unnamed(): number {
    return this.#unnamed;
  }

  /** Whether there is nothing that could be asked of: no event of WorkMail. */
  get isEmpty(): boolean {
    return this.#asked.state === 'answered' && this.#sketch.length === 0;
  }

  /** Asks, unless the answers are about the same logs and places; then they may be old. */
  look(about: string): void {
    if (about !== this.#about) this.ask(about, true);
  }

  /** Something in the logs has changed. */
  growOld(): void {
    if (this.#asked.state !== 'answered' || this.#asked.isOld) return;
    this.#asked = { ...this.#asked, isOld: true };
    this.#changed.fire();
  }

  /** Nothing is open any more. */
  forget(): void {
    this.#stop?.cancel();
    this.#about = '';
    this.#sketch = [];
    this.#unnamed = 0;
    if (this.#asked.state === 'never') return;
    this.#asked = { state: 'never' };
    this.#changed.fire();
  }

  /** Asks all questions; what was asked before and is not answered yet is called off. */
  ask(about = this.#about, byItself = false): void {
    this.#about = about;
    this.#stop?.cancel();
    const stop = new CancellationTokenSource();
    this.#stop = stop;
    const before = 'answers' in this.#asked ? this.#asked.answers : [];
    this.#tell({ state: 'asking', answers: before });
    this.#server.ask(InquiriesRequest, { byItself }, stop.token).then(
      (answer) => {
        if (this.#stop !== stop || answer === undefined) return;
        this.#sketch = answer.sketch;
        this.#unnamed = answer.unnamed;
        this.#tell(answer.isLarge ? { state: 'large' } : { state: 'answered', answers: answer.answers, isOld: false });
      },
      (error: unknown) => {
        if (this.#stop !== stop) return;
        this.#tell({ state: 'failed' });
        this.#server.fail('The questions could not be answered.', error);
      },
    );
  }

  dispose(): void {
    this.#stop?.cancel();
    this.#changed.dispose();
  }

  #tell(asked: Asked): void {
    this.#asked = asked;
    this.#changed.fire();
  }
}
