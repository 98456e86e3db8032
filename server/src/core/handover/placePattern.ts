import type { Engine } from './engine';
import type { LogsPlace } from './handedOver';

/** How an engine names files by a pattern, and what makes sure that it reads no others. */
export interface PlacePattern {
  readonly pattern: string;
  /** Whether the pattern can fit other names, too: the engine knows no way to write a wildcard that stands for itself. */
  readonly isWider: boolean;
}

/**
 * A place as the pattern that an engine reads. Folders may be called `a*b`, `[old]` or `{2024}`, which engines take for more or other
 * names; what is a wildcard to the engine is written so that it stands for itself, or at least for itself.
 */
export function placePattern({ path, ending }: LogsPlace, { wildcards }: Pick<Engine, 'wildcards'>): PlacePattern {
  const below = ending === undefined ? '' : `**/*${ending}`;
  if (wildcards === undefined) return { pattern: `${path}${below}`, isWider: false };
  const isWildcard = (character: string): boolean => wildcards.characters.includes(character);
  const characters = Array.from(path);
  const written = characters.map((character) =>
    isWildcard(character) ? wildcards.written.replace('{character}', () => character) : character,
  );
  return {
    pattern: `${written.join('')}${below}`,
    isWider: wildcards.alone !== undefined && characters.some(isWildcard),
  };
}
