import {
  type Checkpoint,
  type EventRecord,
  eventTimeMs,
  isNetworkActivity,
  learnedNamesOf,
  organizationOf,
  outcomeOfRecord,
  saidOf,
  textAt,
} from '../../core/index';
import type { Texts } from '../../core/store/texts';
import { moved, type Row, type Teaching } from './row';

const NO_GAPS: Row['gaps'] = [];

/**
 * The row of a record that was just read.
 *
 * @param base of the block that the row will be in
 * @param checkpoint how the record was come to, as left by the reading
 */
export function rowOf(record: EventRecord, checkpoint: Checkpoint, names: Texts, base: number): Row {
  const { start, end, form, service, malformed, problems, mends, columns } = record;
  const event = saidOf(record);
  const eventTime = textAt(event, 'eventTime') ?? '';
  const outcome = outcomeOfRecord(record);
  const time = service === 'own' && eventTime !== '' ? Date.parse(eventTime) : eventTimeMs(eventTime);
  return {
    start: start - base,
    end: end - base,
    form,
    service,
    malformed,
    outcome,
    isNetwork: isNetworkActivity(record),
    eventName: names.numberOf(textAt(event, 'eventName') ?? ''),
    eventSource: names.numberOf(textAt(event, 'eventSource') ?? ''),
    time: time ?? Number.NaN,
    eventTime: time === undefined ? eventTime : undefined,
    eventID: textAt(event, 'eventID') ?? '',
    problems,
    mends,
    columns,
    saved: malformed === 'syntax' ? record.event : undefined,
    teaches: outcome === 'succeeded' ? teachingOf(record) : undefined,
    gaps: checkpoint.gaps.length === 0 ? NO_GAPS : checkpoint.gaps.map((gap) => moved(gap, -base)),
    level: names.numberOf(checkpoint.level),
    met: checkpoint.met,
    reach: checkpoint.reach === 0 ? 0 : checkpoint.reach - base,
  };
}

function teachingOf({ event, action }: EventRecord): Teaching | undefined {
  if (event === undefined || action === undefined) return undefined;
  const lessons = learnedNamesOf(event, action);
  return lessons.length === 0 ? undefined : { lessons, organizationId: organizationOf(event) };
}

/** As CloudTrail writes it. */
export function timeText(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
