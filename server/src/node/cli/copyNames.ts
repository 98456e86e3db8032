import type { Redactor } from '../../core';

/** The name of a log without the folders it lies in, and without what says that it is compressed: copies are not. */
export function fileNameOf(label: string): string {
  return label.replace(/^.*[/\\]/s, '').replace(/\.(?:gz|gzip|zip|zlib)$/i, '');
}

/** What redacted copies are called: as their logs, with what is replaced in them replaced in their names, too, and each once. */
export class CopyNames {
  readonly #redactor: Redactor;
  readonly #taken = new Set<string>();

  constructor(redactor: Redactor) {
    this.#redactor = redactor;
  }

  /** @param label as the log was named, with the folders it lies in */
  of(label: string): string {
    const safe = this.#redactor.text(fileNameOf(label)).replace(/[\p{Cc}<>:"/\\|?*]/gu, '_');
    const whole = safe === '' || safe === '.' || safe === '..' ? 'log' : safe;
    const [, stem = whole, ending = ''] = /^(.+)(\.[^.]+)$/.exec(whole) ?? [];
    let free = whole;
    for (let number = 2; this.#taken.has(free.toLowerCase()); number++) free = `${stem}-${number}${ending}`;
    this.#taken.add(free.toLowerCase());
    return free;
  }
}
