import type { FirstEvents } from './firstEvents';

/** Whether the events of a text stand in lines that are no JSON themselves: something is written before most of the first. */
export function standInLines({ events }: FirstEvents): boolean {
  return 2 * events.filter(({ linePrefix }) => linePrefix !== undefined).length > events.length;
}
