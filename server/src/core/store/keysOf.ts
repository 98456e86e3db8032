import type { RowField } from '../investigate/rowFields';
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
const said: Keys = (chunk) => chunk.said;
const own = (columnsOf: Parameters<RowChunk['own']['ofRows']>[0]): Keys => {
  return (chunk) => chunk.own.ofRows(columnsOf, chunk.count);
};

const asked = {
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
  invokedby: (chunk) => chunk.tables.invokedBy(chunk.column(columns.identity)),
  actor: (chunk) => chunk.actors,
  id: column(columns.principal),
  key: column(columns.accessKey),
  address: column(columns.address),
  agent: column(columns.userAgent),
  shared: column(columns.sharedEventID),
  owner: own({ audit: 'owner' }),
  protocol: own({ audit: 'protocol' }),
  item: own({ audit: 'item' }),
  impersonator: own({ audit: 'impersonator' }),
  folder: own({ audit: 'folder', mail: 'folder' }),
  message: own({ mail: 'message' }),
  sender: own({ mail: 'from' }),
  mailto: own({ mail: 'recipients' }),
  outcome: said,
  weight: (chunk) => chunk.weighed,
} satisfies Partial<Readonly<Record<FieldName, Keys>>>;

/**
 * What the fields of questions are read from: rows with the same number there have the same in the field, so that it is looked at
 * once for all of them. Fields that are not here differ from row to row, or are asked for in another way.
 */
export const keysOfField: Partial<Readonly<Record<FieldName, Keys>>> = asked;

/** The same for the words of `is`. */
export const keysOfFlag: Readonly<Record<string, Keys>> = {
  write: said,
  read: said,
  failed: said,
  malformed: said,
  workmail: call,
  root: identity,
  service: identity,
};

/** The same for the fields that rows are grouped and sorted by. */
export const keysOfRowField: Partial<Readonly<Record<RowField, Keys>>> = {
  service: asked.service,
  action: asked.action,
  outcome: asked.outcome,
  errorCode: asked.error,
  region: asked.region,
  account: asked.account,
  readOnly: said,
  category: asked.category,
  type: asked.type,
  kind: asked.kind,
  actor: asked.actor,
  arn: asked.arn,
  accessKeyId: asked.key,
  session: asked.session,
  issuer: asked.issuer,
  invokedBy: asked.invokedby,
  address: asked.address,
  userAgent: asked.agent,
  sharedEventID: asked.shared,
  weight: asked.weight,
  malformed: said,
};
