import { type GroupSort, groupCounts, type RowField, rowFieldNamed, rowFields } from '../../core';
import type { Listing, Table } from './events';
import { questionIn } from './where';

/** Options that take a value and belong to `events` alone. */
export const LISTING_OPTIONS = ['group', 'sort', 'limit', 'fields'] as const;

export type ListingOption = (typeof LISTING_OPTIONS)[number];

/** Options without a value, and whether one was given that belongs to other commands. */
export interface ListingFlags {
  readonly json: boolean;
  readonly csv: boolean;
  readonly events: boolean;
  readonly service: boolean;
}

type Asked = Omit<Listing, 'files' | 'window' | 'limits'>;

/** What is shown of an event where nothing else is asked for. */
const SHOWN: readonly RowField[] = ['time', 'outcome', 'service', 'action', 'actor', 'address', 'errorCode', 'file'];

/** @returns a text that says what is wrong */
export function listingOf(
  { json, csv, events, service }: ListingFlags,
  values: { readonly [name in ListingOption | 'where']?: string | undefined },
): Asked | string {
  if (events) return '--events belongs to check.';
  if (service) return '--service belongs to check and summarize; here it is --where service:kms.';
  if (json && csv) return '--json and --csv are two ways to write; take one of them.';
  const question = questionIn(values.where ?? '');
  if (typeof question === 'string') return question;
  const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit);
  if (!(limit >= 1)) return '--limit takes a number of lines, such as 20.';
  const table = tableOf(values);
  if (typeof table === 'string') return table;
  return { question, table, limit: Math.floor(limit), format: json ? 'json' : csv ? 'csv' : 'text' };
}

function tableOf({ group, fields, sort }: { readonly [name in ListingOption]?: string | undefined }): Table | string {
  const by = fieldsOf('group', group);
  if (typeof by === 'string') return by;
  const shown = fieldsOf('fields', fields);
  if (typeof shown === 'string') return shown;
  if (by !== undefined && shown !== undefined) return '--fields is for events, and --group lists groups of them.';
  const isDown = sort?.startsWith('-') === true;
  const name = isDown ? sort.slice(1) : sort;
  if (by !== undefined) {
    const column = columnOf(by, name);
    if (name !== undefined && column === undefined)
      return `--sort: groups have no ${name.trim()}. Sort them by ${[...groupCounts, ...by].join(', ')}.`;
    return { kind: 'groups', by, sort: column && { column, isDown } };
  }
  const sorted = fieldsOf('sort', name);
  if (typeof sorted === 'string') return sorted;
  return { kind: 'events', fields: shown ?? SHOWN, sort: sorted?.map((field) => ({ field, isDown }))[0] };
}

/** What groups are sorted by: something of their own, or one of their fields. */
function columnOf(by: readonly RowField[], name = ''): GroupSort['column'] | undefined {
  const lower = name.trim().toLowerCase();
  const field = rowFieldNamed(name);
  return groupCounts.find((each) => each === lower) ?? by.find((each) => each === field);
}

/** @returns the fields that are named, a text that says what is wrong, or undefined where none is asked for */
function fieldsOf(option: ListingOption, names: string | undefined): readonly RowField[] | string | undefined {
  if (names === undefined) return undefined;
  const fields: RowField[] = [];
  for (const name of names.split(',')) {
    const field = rowFieldNamed(name);
    if (field === undefined)
      return `--${option}: there is no field ${name.trim()}. Fields: ${Object.keys(rowFields).join(', ')}.`;
    fields.push(field);
  }
  return fields;
}
