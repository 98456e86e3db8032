import type { Window } from '../../core';
import type { Limits } from '../../host/limits';
import type { FilePath } from '../filePath';
import { walk } from '../scan/walk';
import { Names, placesNamed } from './places';
import { type ReadLog, readLog } from './readLog';

/** One of the files that were asked for. */
export interface Input {
  /** As it was given, or is called below a folder that was given. */
  readonly file: string;
  /** As it is called towards people. */
  readonly label: string;
  /** Where it lies; absent of standard input and of what is not there. */
  readonly path?: FilePath;
  readonly read: ReadLog;
  /** It was not opened, and did not have to be: it is no file, or its name says that it is no log. */
  readonly isLeftOut: boolean;
}

/** Reads what was named on the command line, one file after the other, and the files below folders in the order of a walk. */
export async function* inputs(
  words: readonly string[],
  window: Window | undefined,
  limits: Limits,
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<Input> {
  const places = await placesNamed(words);
  const names = new Names(places);
  for (const place of places) {
    if (place.kind === 'stdin') {
      yield { file: '-', label: 'standard input', read: await readLog('-', stdin, limits), isLeftOut: false };
    } else if (place.kind === 'missing') {
      yield { file: place.label, label: place.label, read: { failure: place.reason }, isLeftOut: false };
    } else if (place.kind === 'file') {
      const { label, path } = place;
      yield { file: label, label, path, read: await readLog(path, stdin, limits), isLeftOut: false };
    } else {
      for await (const entries of walk([place.uri], window)) {
        for (const { uri, path, left } of entries) {
          const label = names.of(uri);
          const read = left === undefined ? await readLog(path, stdin, limits) : { failure: left.reason };
          yield { file: label, label, path, read, isLeftOut: left !== undefined && !left.isFailure };
        }
      }
    }
  }
}
