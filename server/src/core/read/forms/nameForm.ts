import { forms } from '../../../generated/forms';
import type { Under } from './formFile';

/** A step on the way from the root of some JSON to an event, in strings too; lists are no steps. */
export interface Step {
  readonly key: string;
  /** The value of the key is a text. */
  readonly isText: boolean;
  /** All keys of the object that has this one. */
  readonly keys: readonly string[];
}

/** What a log is called by where its events stand. */
export interface NamedForm {
  /** The id of a file of `schemas/forms`. */
  readonly form: string;
  /** Where no form is known: the keys on the way to the events. */
  readonly under: string | undefined;
}

/** A text around an event that no key names. */
const NO_KEY = { keys: [], isText: false } as const;

/**
 * The form whose keys stand furthest outside on the way to an event.
 *
 * @param way to one event, and whether that is a text; undefined where what holds the events can't be read
 */
export function formUnder(way: { readonly steps: readonly Step[]; readonly isText: boolean } | undefined): NamedForm {
  if (way === undefined) return { form: 'other', under: undefined };
  let best: { readonly form: string; readonly at: number; readonly length: number } | undefined;
  for (const [form, { told }] of Object.entries(forms)) {
    for (const under of told.under ?? []) {
      const at = placeOf(under, way.steps, way.isText);
      const length = under.keys?.length ?? 0;
      const isBetter = best === undefined || at < best.at || (at === best.at && length > best.length);
      if (at >= 0 && isBetter) best = { form, at, length };
    }
  }
  if (best !== undefined) return { form: best.form, under: undefined };
  return { form: 'other', under: way.steps.map(({ key }) => key).join('.') };
}

/** By how many steps the keys of a place stand inside; -1 where they do not stand on the way. */
function placeOf({ keys = NO_KEY.keys, as, beside }: Under, steps: readonly Step[], isText: boolean): number {
  if (keys.length === 0) return steps.length === 0 && (as === undefined || (as === 'text') === isText) ? 0 : -1;
  for (let at = 0; at + keys.length <= steps.length; at++) {
    if (!keys.every((key, index) => steps[at + index]?.key === key)) continue;
    const last = at + keys.length - 1;
    if (as !== undefined && (as === 'text') !== (steps[last]?.isText ?? false)) continue;
    if (beside === undefined || steps.slice(0, last + 1).some((step) => step.keys.some((key) => beside.includes(key))))
      return at;
  }
  return -1;
}

/** The form that puts such texts before events on their lines; undefined where none is known to do so. */
export function formOfLines(prefixes: readonly string[]): string | undefined {
  for (const [form, { told }] of Object.entries(forms)) {
    if (told.line === undefined) continue;
    const line = new RegExp(told.line, 'u');
    if (prefixes.every((prefix) => line.test(prefix))) return form;
  }
  return undefined;
}

/** The form of events in lines of text of which nothing more is known. */
export const LINES = 'lines';

/** Whether the events of a form stand in lines of text that is no JSON. */
export function isOfLines(container: string): boolean {
  return container === LINES || (Object.hasOwn(forms, container) && forms[container]?.told.line !== undefined);
}

/** Whether what stands around the events of a form is no JSON. */
export function isNoJson(container: string): boolean {
  return isOfLines(container) || (Object.hasOwn(forms, container) && forms[container]?.told.table?.as === 'csv');
}
