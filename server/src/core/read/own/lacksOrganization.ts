import { once } from '../../once';
import type { FieldOrder } from './fieldOrder';
import { type OwnLog, ownLogs } from './ownLogs';
import type { OwnCell } from './ownRow';
import { isNothing } from './ownView';
import { isClosed, isOfForm, isWordOf } from './valueForm';

/** So many values have to have a form or a word of their field: then a line without an organization is one all the same. */
const LEAST_PROOFS = 2;
/** A line of fewer values proves little. */
const LEAST_VALUES = 4;

/** Whether a call has told of lines that do not name their organization. */
export function lackOrganization({ fields }: Pick<FieldOrder, 'fields'>): boolean {
  return fields?.includes('organization_arn') === false;
}

/** So many values a line has at least that may be one of such an order. */
export function leastValues(fields: readonly string[]): number {
  return Math.min(LEAST_VALUES, fields.length);
}

/**
 * Whether values prove that they are those of an order of fields that a call has told: no ARN does, so that times, addresses and words of the
 * log have to. Yes or no alone prove nothing.
 */
export function areProven(cells: readonly OwnCell[], fields: readonly string[], { byName }: OwnLog): boolean {
  let proofs = 0;
  let isSome = false;
  for (const [at, name] of fields.entries()) {
    const text = cells[at]?.text ?? '';
    const field = byName.get(name);
    if (field === undefined || isNothing(text)) continue;
    if (!(isClosed(field) ? isOfForm(text, field) : isWordOf(text, field))) continue;
    proofs++;
    if (field.form !== 'truth') isSome = true;
  }
  return isSome && proofs >= LEAST_PROOFS;
}

/** So much of a text is asked, and so many of its lines. */
const HEAD = 20_000;
const LINES_ASKED = 40;
const TELLING = /(?<![\w.-])(?:\d{10}|\d{13}|true|false|\d{1,3}(?:\.\d{1,3}){3})(?![\w.-])/i;

/**
 * Whether a text in which nothing was found may hold lines of values without their organization: a word of an audit log, and a time, an address, or
 * yes or no in one line. Only a call that tells their order makes more of it.
 */
export function mayHoldValues(text: string): boolean {
  const lines = text.slice(0, HEAD).split('\n', LINES_ASKED);
  return lines.some((line) => TELLING.test(line) && words().test(line));
}

const words = /* @__PURE__ */ once(() => {
  const values = ownLogs().flatMap(({ family, fields }) =>
    family === 'audit' ? fields.flatMap((field) => field.values?.map(({ value }) => value) ?? []) : [],
  );
  return new RegExp(`(?<![\\w-])(?:${[...new Set(values)].join('|')})(?![\\w-])`, 'i');
});
