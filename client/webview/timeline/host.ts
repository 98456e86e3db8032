import type { Asked, FromPage, ToPage } from './messages';

/** What VS Code gives to a page. */
interface VsCodeApi {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

/** The way to the extension, which asks the server. */
export class Host {
  readonly #api = acquireVsCodeApi();
  readonly #waiting = new Map<number, (answer: Asked[keyof Asked]['answer'] | undefined) => void>();
  #asked = 0;

  /** @param changed hears that everything has to be asked again */
  constructor(changed: (told: Extract<ToPage, { kind: 'changed' }>) => void) {
    window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
      if (data.kind === 'changed') {
        changed(data);
      } else if (data.kind === 'answer') {
        this.#waiting.get(data.id)?.(data.answer);
        this.#waiting.delete(data.id);
      }
    });
  }

  /** Undefined where there is no answer. */
  ask<What extends keyof Asked>(what: What, asked: Asked[What]['asked']): Promise<Asked[What]['answer'] | undefined> {
    const id = this.#asked++;
    return new Promise((resolve) => {
      this.#waiting.set(id, (answer) => resolve(answer));
      this.#api.postMessage({ kind: 'ask', id, what, asked } as FromPage);
    });
  }

  tell(message: FromPage): void {
    this.#api.postMessage(message);
  }

  get state(): unknown {
    return this.#api.getState();
  }

  keep(state: unknown): void {
    this.#api.setState(state);
  }
}
