import { parseTime } from '../../check/parseTime';
import { markdown } from '../escape';
import { textAt } from '../members';
import type { Explainer } from './context';
import { duration, localText, utcText } from './timeText';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A time in UTC and at the reader's place. */
export const explainTime: Explainer = (value, { field, record, options }) => {
  const moment = parseTime(value);
  if (moment === undefined) {
    return typeof value === 'string' && field.name === 'eventTime'
      ? ['This is no time that CloudTrail could have written.']
      : [];
  }
  const first = `**${utcText(moment.ms)} UTC**, a ${DAYS[new Date(moment.ms).getUTCDay()]}.`;
  const local = localText(moment.ms, options.timeZone);
  const gap =
    field.shortName === 'creationDate' ? beforeEvent(moment.ms, textAt(record.event, 'eventTime')) : undefined;
  const lines = [local === undefined ? '' : `${markdown(local)}.`, gap ?? '', moment.assumed ?? ''].filter(
    (line) => line !== '',
  );
  return lines.length === 0 ? [first] : [first, lines.join(' ')];
};

function beforeEvent(ms: number, eventTime: string | undefined): string | undefined {
  const event = eventTime === undefined ? undefined : parseTime(eventTime);
  if (event === undefined || event.ms < ms) return undefined;
  return `The session was ${duration(event.ms - ms)} old at the time of this event.`;
}
