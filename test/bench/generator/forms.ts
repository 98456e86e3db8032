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
  lines: { before: '', between: '\n', after: '\n', write: (event) => JSON.stringify(event) },
} as const satisfies Record<string, Form>;

export type FormName = keyof typeof FORMS;
