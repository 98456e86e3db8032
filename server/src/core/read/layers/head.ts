import { mentions } from './look';

/** So much of a text is looked at to see what lies over it. */
const HEAD = 20_000;
/** So far is looked for the first event where long text stands before it. */
const FAR = 1_000_000;
const BEFORE = 2000;

/** The part of a text that is looked at: its beginning, or where its first event seems to be. */
export interface Head {
  readonly text: string;
  /** Whether the text goes on behind it. */
  readonly isCut: boolean;
}

/** Where to look for layers; undefined when nothing speaks of events. */
export function headOf(text: string): Head | undefined {
  const first = text.slice(0, HEAD);
  if (mentions(first) >= 2) return { text: first, isCut: text.length > HEAD };
  if (text.length <= HEAD) return undefined;
  const far = text.slice(0, FAR);
  const named = ['eventVersion', 'eventSource', 'CloudTrailEvent'].map((name) => far.indexOf(name));
  const at = Math.min(...named.filter((found) => found >= 0));
  if (!Number.isFinite(at)) return undefined;
  const start = text.lastIndexOf('\n', Math.max(0, at - BEFORE)) + 1;
  if (at - start > HEAD / 2) return undefined;
  const later = text.slice(start, start + HEAD);
  return mentions(later) >= 2 ? { text: later, isCut: text.length > start + HEAD } : undefined;
}
