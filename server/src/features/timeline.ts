import type { Disposable } from 'vscode-languageserver';
import { allOf, anyOf, groupFields, parseQuestion, weightOfNumber } from '../core';
import { type Brush, brushedAnew, timeTerm } from '../core/timeline/brush';
import { bucketStarts, stepFor } from '../core/timeline/buckets';
import { countBuckets, type Extent } from '../core/timeline/countBuckets';
import { countQuarters, hourMap, quartersFor } from '../core/timeline/hours';
import { clocksOf } from '../core/timeline/zone';
import { groupName } from '../events/actorNames';
import { EventTimes, extentOfEvents, type TimedEvents, timedRows } from '../events/eventTimes';
import { placesOf, type RankedGroup, rankedGroups } from '../events/rankedGroups';
import { questionOfGroup, SplitEvents } from '../events/splitEvents';
import {
  type AskedTimes,
  BrushedQuestionRequest,
  type HourMap,
  type Lanes,
  type SplitField,
  type Timeline,
  TimelineEventRequest,
  TimelineHoursRequest,
  TimelineLanesRequest,
  TimelineRequest,
  type TimelineSeries,
  TimelineValuesRequest,
} from '../wire/protocol';
import type { ServerContext } from './context';
import { itemOf } from './eventItem';
import { lanesOf } from './timelineLanes';

const SIDES = ['onDisk', 'open'] as const;
const SECOND = 1000;
/** More pieces than a screen has pixels tell nobody more. */
const MOST_PIECES = 4000;
/** More colours and patterns nobody tells apart. */
const MOST_SERIES = 8;
const MOST_LANES = 500;
const MOST_VALUES = 200;

/** All events over time: counted by pieces of time, lanes, hours and values. */
export function register({ connection, events, platform }: ServerContext): Disposable {
  const times = new EventTimes(events, platform);
  const splits = new SplitEvents(events);
  const handlers = [
    connection.onRequest(TimelineRequest, async (asked, token): Promise<Timeline> => {
      const shown = await times.shown(textOf(asked.where), token);
      return timelineOf(shown, splitOf(asked.split), asked);
    }),
    connection.onRequest(TimelineLanesRequest, async (asked, token): Promise<Lanes> => {
      const shown = await times.shown(textOf(asked.where), token);
      const of = asked.of === 'target' ? 'target' : 'actor';
      const split = await splits.by(shown.merged, of);
      const signIns = of === 'actor' ? await times.signIns(shown.merged, token) : undefined;
      const { from, to } = windowOf(asked, times.extent(shown));
      const pieces = { from, to, most: numberIn(asked.most, 1, MOST_PIECES, 240), zone: zoneOf(asked) };
      return lanesOf(shown, split, { of, pieces, limit: numberIn(asked.limit, 1, MOST_LANES, 100), signIns });
    }),
    connection.onRequest(TimelineHoursRequest, async (asked, token): Promise<HourMap | null> => {
      const shown = await times.shown(textOf(asked.where), token);
      const extent = times.extent(shown);
      if (extent.count === extent.untimed) return null;
      const { from, to } = windowOf(asked, extent);
      const quarters = quartersFor(from, to);
      if (quarters === undefined) return null;
      for (const side of SIDES) countQuarters({ times: shown.times[side], asked: shown.rows[side].asked }, quarters);
      return hourMap(quarters, clocksOf(zoneOf(asked)));
    }),
    connection.onRequest(TimelineValuesRequest, async ({ where, fields, limit }, token) => {
      const { merged, rows } = await times.picked(textOf(where), token);
      const asked = Array.isArray(fields) ? fields.map(splitOf) : [];
      const columns = [];
      for (const field of new Set(asked)) {
        const split = await splits.by(merged, field);
        const { total, groups } = rankedGroups(split, rows, numberIn(limit, 1, MOST_VALUES, 10));
        const values = groups.map((group) => ({
          key: group.key,
          label: groupName(field, group, merged),
          question: questionOfGroup(field, group),
          count: group.count,
        }));
        columns.push({ field, total, values });
      }
      const count = SIDES.reduce((sum, side) => sum + countOf(rows[side].asked), 0);
      return { revision: merged.revision, events: count, columns };
    }),
    connection.onRequest(TimelineEventRequest, async ({ questions, from, to }, token) => {
      const asked = (Array.isArray(questions) ? questions : []).map((text) => parseQuestion(textOf(text)));
      const parts = asked.map(({ question, problems }) => (problems.length > 0 ? anyOf([]) : question));
      const merged = await events.now(token);
      const question = allOf([...parts, timeTerm({ from: momentIn(from) ?? 0, to: momentIn(to) ?? LATEST })]);
      const { events: found, total } = await events.earliest(merged, question, 1, token);
      const [first] = found;
      return first === undefined ? null : { event: itemOf(merged, first), events: total };
    }),
    connection.onRequest(BrushedQuestionRequest, ({ where, brush }) => {
      const [from, to] = [momentIn(brush?.from), momentIn(brush?.to)];
      return brushedAnew(textOf(where), from === undefined || to === undefined ? undefined : { from, to });
    }),
  ];
  return {
    dispose: () => {
      for (const handler of handlers) handler.dispose();
    },
  };

  async function timelineOf(
    shown: TimedEvents,
    split: SplitField,
    asked: AskedTimes & { readonly most?: unknown },
  ): Promise<Timeline> {
    const { merged, brush, problems, rows } = shown;
    const extent = extentOfEvents(shown);
    const all = times.extent(shown);
    const { from, to } = windowOf(asked, all);
    const step = stepFor(to - from, numberIn(asked.most, 1, MOST_PIECES, 400));
    const starts = bucketStarts(from, to, step, clocksOf(zoneOf(asked)));
    const both = await splits.by(merged, split);
    const { total, groups } = rankedGroups(both, rows, MOST_SERIES + 1);
    // One more would be no shorter as "others".
    const named = total > MOST_SERIES + 1 ? groups.slice(0, MOST_SERIES) : groups;
    const ordered = inOwnOrder(split, named);
    const size = starts.length - 1;
    const counts = new Uint32Array((ordered.length + 1) * size);
    const columns = timedRows(shown, both);
    for (const side of SIDES)
      countBuckets(columns[side], placesOf(ordered, both[side], side, ordered.length), starts, counts);
    const countsOf = (place: number): number[] => Array.from(counts.subarray(place * size, (place + 1) * size));
    const series = ordered.map(
      (group, place): TimelineSeries => ({
        key: group.key,
        label: groupName(split, group, merged),
        question: questionOfGroup(split, group),
        total: group.count,
        counts: countsOf(place),
      }),
    );
    const others = extent.count - ordered.reduce((sum, { count }) => sum + count, 0);
    const label = `${total - ordered.length} others`;
    return {
      revision: merged.revision,
      problems,
      all: all.count,
      shown: extent.count,
      picked: brush === undefined ? extent.count : within(shown, brush),
      untimed: extent.untimed,
      first: nullable(all.first),
      last: nullable(all.last),
      brush: brush === undefined ? null : { from: brush.from ?? null, to: brush.to ?? null },
      step,
      starts: Array.from(starts),
      series:
        others > 0
          ? [...series, { key: null, label, question: null, total: others, counts: countsOf(ordered.length) }]
          : series,
    };
  }
}

/** Weights and outcomes are looked for in their own order; all else by how much there is of it. */
function inOwnOrder(split: SplitField, groups: readonly RankedGroup[]): readonly RankedGroup[] {
  const order = split === 'weight' ? WEIGHTS : split === 'outcome' ? OUTCOMES : undefined;
  if (order === undefined) return groups;
  return groups.slice().sort((left, right) => order.indexOf(left.key) - order.indexOf(right.key));
}

const WEIGHTS = [...[5, 4, 3, 2, 1].map((number) => String(weightOfNumber(number))), ''];
const OUTCOMES = ['failed', 'unknown', 'succeeded'];

/** How many events lie in the stretch of time that is asked for. */
function within({ rows, times }: TimedEvents, brush: Brush): number {
  const from = brush.from ?? Number.NEGATIVE_INFINITY;
  const to = brush.to ?? Number.POSITIVE_INFINITY;
  let count = 0;
  for (const side of SIDES) {
    const [all, { asked }] = [times[side], rows[side]];
    for (let row = 0; row < all.length; row++) {
      const time = all[row] ?? 0;
      if (asked[row] !== 0 && time >= from && time < to) count++;
    }
  }
  return count;
}

/** The stretch of time that is asked for; from the first event to the last where none is. */
function windowOf({ from, to }: AskedTimes, { first, last }: Extent): { readonly from: number; readonly to: number } {
  const isEmpty = Number.isNaN(first);
  const begin = momentIn(from) ?? (isEmpty ? 0 : Math.floor(first / SECOND) * SECOND);
  const end = momentIn(to) ?? (isEmpty ? begin + SECOND : Math.floor(last / SECOND) * SECOND + SECOND);
  return { from: begin, to: Math.max(end, begin + SECOND) };
}

const EARLIEST = Date.UTC(1, 0);
const LATEST = Date.UTC(9999, 11);

function momentIn(value: unknown): number | undefined {
  return typeof value === 'number' && value >= EARLIEST && value <= LATEST ? value : undefined;
}

function countOf(asked: Uint8Array): number {
  let count = 0;
  for (const each of asked) if (each !== 0) count++;
  return count;
}

function numberIn(value: unknown, least: number, most: number, otherwise: number): number {
  return typeof value === 'number' && value >= least ? Math.min(most, Math.floor(value)) : otherwise;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function zoneOf({ zone }: AskedTimes): string {
  return textOf(zone);
}

function splitOf(value: unknown): SplitField {
  return value === 'service' ? value : (groupFields.find((field) => field === value) ?? 'weight');
}

function nullable(time: number): number | null {
  return Number.isNaN(time) ? null : time;
}
