import { isName, TARGETS } from '../investigate/ownParticulars';
import type { OwnLog } from '../read/own/ownLogs';
import { describedTarget } from './particularsWriter';

/** What the fields of a log of one family say of things, by position. */
export interface ThingsOfLog {
  readonly owner: number;
  readonly described: number;
  readonly user: number;
  readonly name: number;
  readonly named: readonly number[];
}

/** Undefined for logs with lists of things. @param numberOf the number of a text in the table of the rows */
export function thingsOfLog({ family, fields }: OwnLog, numberOf: (text: string) => number): ThingsOfLog | undefined {
  if (family !== 'audit') return undefined;
  const position = (name: string): number => {
    const at = fields.findIndex((field) => field.name === name);
    return at < 0 ? fields.length : at;
  };
  const owner = fields.find(({ column }) => TARGETS.has(column ?? ''))?.name ?? '';
  return {
    owner: position(owner),
    described: owner === '' ? 0 : describedTarget('user', false, numberOf(owner)),
    user: position('user_id'),
    name: position('user'),
    named: fields.flatMap((field, at) => (isName(field) ? at : [])),
  };
}
