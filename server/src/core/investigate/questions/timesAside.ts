import type { Act } from '../act';
import type { Evidence, Reach } from '../evidence';
import { type Finding, findingOf } from './answer';
import { rowLabel } from './rowLabel';
import { counted } from './told';

const MOST = 1000;

/** Whether an act has a time that is believed. */
export function isBelieved({ row }: Act, { from, to }: Reach): boolean {
  return from !== undefined && to !== undefined && row.time >= from && row.time <= to;
}

/** That some events do not count for where logs begin and end, for whoever rests on that; nothing where all do. */
export function asideText({ aside }: Reach): readonly string[] {
  if (aside === 0) return [];
  return [
    `${counted(aside, 'event')} ${aside === 1 ? 'has' : 'have'} a time that cannot be, or that lies ten years and more from all others: ${aside === 1 ? 'it does' : 'they do'} not count for where these logs begin and end.`,
  ];
}

/** Events that have to do with mail among those. */
export function eventsAside({ acts, reach }: Evidence): readonly Finding[] {
  if (reach.aside === 0) return [];
  const aside = acts.filter((act) => !Number.isNaN(act.row.time) && !isBelieved(act, reach));
  const found = findingOf(aside.slice(0, MOST), (all) => ({
    kind: 'time',
    weight: 'medium',
    summary: `${counted(aside.length, 'event')} that ${aside.length === 1 ? 'has' : 'have'} to do with mail ${aside.length === 1 ? 'tells' : 'tell'} a time that cannot be, or that lies ten years and more from all others, such as ${all[0].row.eventTime}. CloudTrail does not write such times.`,
    label: rowLabel(`${counted(aside.length, 'event')} with a time that cannot be`, all),
    entities: [],
  }));
  return found === undefined ? [] : [found];
}
