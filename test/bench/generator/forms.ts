import type { JsonObject } from '../../../server/src/core/record';
import { withSortedKeys } from '../../support/sortedKeys';

/** How records are written as a log: what stands before, between and behind them. */
export interface Form {
  readonly before: string;
  readonly between: string;
  readonly after: string;
  readonly write: (event: JsonObject) => string;
}

const wrapped = { before: '{"Records":[', between: ',', after: ']}' } as const;

export const FORMS = {
  'one-line': { ...wrapped, write: (event) => JSON.stringify(event) },
  pretty: {
    before: '{\n  "Records": [\n    ',
    between: ',\n    ',
    after: '\n  ]\n}\n',
    write: (event) => JSON.stringify(event, null, 2).replaceAll('\n', '\n    '),
  },
  sorted: { ...wrapped, write: withSortedKeys },
  lookup: { before: '{"Events":[', between: ',', after: ']}', write: (event) => JSON.stringify(lookupEvent(event)) },
  lines: { before: '', between: '\n', after: '\n', write: (event) => JSON.stringify(event) },
} as const satisfies Record<string, Form>;

/** What `aws cloudtrail lookup-events` makes of a record: the record as a text, and some of its fields beside it. */
function lookupEvent(event: JsonObject): JsonObject {
  const { eventID = null, eventName = null, eventTime = null, eventSource = null, readOnly = false } = event;
  return {
    EventId: eventID,
    EventName: eventName,
    ReadOnly: String(readOnly),
    EventTime: eventTime,
    EventSource: eventSource,
    Resources: [],
    CloudTrailEvent: JSON.stringify(event),
  };
}

export type FormName = keyof typeof FORMS;
