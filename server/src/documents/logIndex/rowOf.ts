import {
  type Checkpoint,
  type EventRecord,
  eventTimeMs,
  isNetworkActivity,
  learnedNamesOf,
  type Outcome,
  organizationOf,
  outcomeOfRecord,
  ownLessons,
  ownReading,
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
    teaches: teachingOf(record, outcome),
    gaps: checkpoint.gaps.length === 0 ? NO_GAPS : checkpoint.gaps.map((gap) => moved(gap, -base)),
    level: names.numberOf(checkpoint.level),
    met: checkpoint.met,
    reach: checkpoint.reach === 0 ? 0 : checkpoint.reach - base,
  };
}

function teachingOf({ event, action, service }: EventRecord, outcome: Outcome): Teaching | undefined {
  if (service === 'own') return ownTeaching(event);
  if (event === undefined || action === undefined || outcome !== 'succeeded') return undefined;
  const lessons = learnedNamesOf(event, action);
  return lessons.length === 0 ? undefined : { lessons, organizationId: organizationOf(event) };
}

/** A sign-in that worked says what the id of a user is called; a token that was made says so too, and nothing of its outcome. */
function ownTeaching(event: EventRecord['event']): Teaching | undefined {
  const reading = ownReading(event);
  const lessons = reading === undefined ? [] : ownLessons(reading);
  return reading && lessons.length > 0 ? { lessons, organizationId: reading.organization } : undefined;
}

/** As CloudTrail writes it. */
export function timeText(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
