import { obstacles, tells } from './definitions';
import type { Hindrance } from './layer';

/** So much of a text is looked at to see what it is. */
const HEAD = 20_000;

/**
 * What a text is that holds events in a way that can't be read here, by its beginning; undefined when it is nothing known.
 * Meant for texts in which no event was found otherwise: a sound log is never asked about.
 */
export function obstacleOf(text: string): Hindrance | undefined {
  const head = text.slice(0, HEAD);
  const found = obstacles.find((known) => tells(known, head));
  return found && { id: found.layer.id, name: found.layer.name ?? found.layer.id, words: found.layer.words };
}
