import { stat } from 'node:fs/promises';
import type { Window } from '../../core';
import { notAFile } from '../files/reasons';
import type { NamedMet } from '../scan/readMet';
import { type Left, walk } from '../scan/walk';
import type { LogOrder } from './answeringRows';
import type { Names, Place } from './places';

/** Something on disk that was named, or lies in a folder that was. */
export interface NamedLog extends NamedMet {
  readonly order: LogOrder;
  /** As it was named, or is called below a folder that was. */
  readonly name: string;
}

/** What lies on disk of what was named, each as often as it was: files, what a walk through a folder meets, and what is missing. */
export async function* namedLogs(
  places: readonly Place[],
  names: Names,
  window: Window | undefined,
): AsyncGenerator<readonly NamedLog[]> {
  for (const [rank, place] of places.entries()) {
    if (place.kind === 'stdin') continue;
    const { uri, label: name } = place;
    const order = { rank, position: 0 };
    if (place.kind === 'missing') {
      yield [{ uri, path: '', order, name, left: { reason: place.reason, isFailure: true } }];
    } else if (place.kind === 'file') {
      yield [{ uri, path: place.path, order, name, left: await noFile(place.path) }];
    } else {
      let position = 0;
      for await (const entries of walk([uri], window))
        yield entries.map(({ uri, path, left }) => {
          const order = { rank, position: position++ };
          return { uri, path, left, order, name: names.of(uri) };
        });
    }
  }
}

/** Opening does something to a pipe or a device, which is not read. What can't be looked at is opened, which tells why. */
async function noFile(path: NamedMet['path']): Promise<Left | undefined> {
  const reason = await stat(path).then(notAFile, () => undefined);
  return reason === undefined ? undefined : { reason, isFailure: true };
}
