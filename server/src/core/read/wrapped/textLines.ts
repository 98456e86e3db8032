import type { FirstEvents } from './firstEvents';

/** What stands before an event in JSON that is damaged, or between documents: brackets, commas, a quote. */
const OF_JSON = /^[\s[\]{},:"]*$/;

/** Whether the events of a text stand in lines that are no JSON themselves: something is written before most of the first. */
export function standInLines({ events }: FirstEvents): boolean {
  const prefixed = events.filter(({ linePrefix }) => linePrefix !== undefined && !OF_JSON.test(linePrefix));
  return 2 * prefixed.length > events.length;
}
