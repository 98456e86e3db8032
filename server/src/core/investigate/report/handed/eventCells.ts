import type { ZoneClock } from '../../zoneClock';
import type { AgentTexts } from './agentTexts';
import type { HandedEvent } from './handedEvent';
import type { Numbered } from './numbered';

/** Titles of the columns behind the number of an event, and how wide each is, in parts of all: one fact each. */
const columns = [
  ['Time (UTC)', 7],
  ['Action', 12],
  ['Outcome', 7.3],
  ['Who', 10.8],
  ['Access key', 13.2],
  ['Address', 7.6],
  ['Program', 7],
  ['On', 19.2],
  ['Record', 5],
  ['eventID', 12],
] as const;

/** A column of a table of events. */
export type EventColumn = readonly [title: string, width: number];

/** The columns of a table of events behind their numbers; times in a zone have one of their own. */
export function eventColumns(zone: ZoneClock | undefined): readonly EventColumn[] {
  const [utc, ...others] = columns;
  return zone === undefined ? columns : [utc, [`Time (${zone.name})`, 10], ...others];
}

/** What stands in these columns, as the log has it. */
export function eventCells(
  event: HandedEvent,
  logs: Numbered,
  agents: AgentTexts,
  zone: ZoneClock | undefined,
): readonly string[] {
  const { time, when, action, outcome, who, key, address, userAgent, on, file, index, eventID } = event;
  const record = `${logs.numberOf(file)} #${index}`;
  const zoned = zone === undefined ? [] : [time === undefined ? '' : zone.text(time)];
  return [when, ...zoned, action, outcome, who, key, address, agents.of(userAgent), on, record, eventID];
}
