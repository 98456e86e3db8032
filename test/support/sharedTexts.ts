import type { JsonObject } from '../../server/src/core/record';
import type { CarriedForm } from './carriedForms';

const text = (value: unknown): string => JSON.stringify(value);
const lines = (events: readonly JsonObject[]): string => events.map(text).join('\n');
const cell = (content: string): string => `"${content.replaceAll('"', '""')}"`;
const halves = (events: readonly JsonObject[]): (readonly JsonObject[])[] => [events.slice(0, 2), events.slice(2)];

/** A table with two events in a cell of each row. */
const rows = (
  events: readonly JsonObject[],
  separator: string,
  content: (some: readonly JsonObject[]) => string,
): string =>
  [
    `id${separator}events${separator}tag`,
    ...halves(events).map((some, id) => [id, cell(content(some)), 'x'].join(separator)),
  ]
    .map((row) => `${row}\n`)
    .join('');

/** Logs in which several events share one string or one cell, or a table follows other text: damage to one must not cost the others. */
export const SHARED_TEXTS: Readonly<Record<string, CarriedForm>> = {
  'a list in a string': { container: 'other', write: (events) => text({ payload: text(events) }) },
  'lines in a string': { container: 'other', write: (events) => text({ payload: lines(events) }) },
  'wrappers in a string in a string': {
    container: 'other',
    write: (events) => text({ outer: text({ inner: text({ events: events.map((event, id) => ({ id, event })) }) }) }),
  },
  'a list in a cell': { container: 'csv', write: (events) => rows(events, ',', text) },
  'a list on lines of a cell': {
    container: 'csv',
    write: (events) => rows(events, ';', (some) => JSON.stringify(some, null, 2)),
  },
  'texts in a cell': { container: 'csv', write: (events) => rows(events, '\t', (some) => text({ m: lines(some) })) },
  'a list in the only cell': { container: 'csv', write: (events) => `events\n${cell(text(events))}\n` },
  'a table behind objects': {
    container: 'other',
    write: (events) =>
      `${events
        .slice(0, 2)
        .map((event) => text({ event }))
        .join('\n')}\nid,event\n${events
        .slice(2)
        .map((event, id) => `${id},${cell(text(event))}\n`)
        .join('')}`,
  },
};
