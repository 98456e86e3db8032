import type { FieldName } from '../query/fields';
import { columns } from './columns';
import type { RowChunk } from './rowChunk';

/** Numbers of the rows of a chunk that say the same of something for all rows with one number. */
export type Keys = (chunk: RowChunk) => Uint32Array;

const column = (which: number): Keys => {
  return (chunk) => chunk.column(which);
};
const call = column(columns.call);
const identity = column(columns.identity);

/**
 * What the fields of questions are read from: rows with the same number there have the same in the field, so that it is looked at
 * once for all of them. Fields that are not here differ from row to row, or are asked for in another way.
 */
export const keysOfField: Partial<Readonly<Record<FieldName, Keys>>> = {
  service: call,
  action: call,
  error: call,
  region: call,
  account: call,
  category: call,
  type: call,
  kind: identity,
  arn: identity,
  session: identity,
  issuer: identity,
  invokedby: identity,
  actor: (chunk) => chunk.actors,
  id: column(columns.principal),
  key: column(columns.accessKey),
  address: column(columns.address),
  agent: column(columns.userAgent),
  shared: column(columns.sharedEventID),
  outcome: (chunk) => chunk.said,
  weight: (chunk) => chunk.callsOfServices,
};

/** The same for the words of `is`. */
export const keysOfFlag: Readonly<Record<string, Keys>> = {
  write: (chunk) => chunk.said,
  read: (chunk) => chunk.said,
  failed: (chunk) => chunk.said,
  malformed: (chunk) => chunk.said,
  workmail: call,
  root: identity,
  service: identity,
};
