import { once } from '../../core/once';
import type { OwnFieldSign } from '../../core/read/own/ownLog';
import { ownLogs } from '../../core/read/own/ownLogs';
import { isTellingColumn } from '../../core/read/tables/columns';
import { auditColumns } from '../../core/store/ownColumns';

/** What becomes of the values of a field; the extractor has the same numbers. */
export const HOW = { text: 0, list: 1, truth: 2, time: 3, request: 4, passed: 5 } as const;

export interface FlatField {
  readonly name: string;
  readonly how: number;
}

/** The fields of all logs whose records are flat, each once; their order is that of the numbers they go by. */
export const flatFields: () => readonly FlatField[] = /* @__PURE__ */ once(() => {
  const hows = new Map<string, Set<number>>();
  for (const { family, fields } of ownLogs()) {
    if (family !== 'audit') continue;
    for (const field of fields) hows.set(field.name, (hows.get(field.name) ?? new Set()).add(howOf(field)));
  }
  const found: FlatField[] = [];
  const single = new Set<number>();
  for (const [name, [how, ...others]] of hows) {
    // A record has room for one time and one id; a field that logs mean differently is left to the reader of all forms.
    if (how === undefined || others.length > 0 || single.has(how)) continue;
    if (how === HOW.time || how === HOW.request) single.add(how);
    found.push({ name, how });
  }
  return found;
});

function howOf({ role, form, refused, column = '' }: OwnFieldSign): number {
  const isKept = Object.hasOwn(auditColumns, column);
  if (!isKept && refused !== undefined) return HOW.truth;
  if (!isKept && role === 'time') return HOW.time;
  if (!isKept && role === 'request') return HOW.request;
  return form === 'list' || form === 'addresses' ? HOW.list : HOW.text;
}

/** Whether records of such fields alone can never be taken for rows of a table of CloudTrail's events. */
export function areNoColumns(names: readonly string[]): boolean {
  return names.filter(isTellingColumn).length < 2;
}
