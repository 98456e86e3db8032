import type { EventRecord, JsonPath, JsonValue } from '../../record';
import type { Field } from '../words';

/** How to show what depends on the reader. */
export interface ExplainOptions {
  /** IANA name such as `Europe/Berlin`; without one, times are shown in UTC only. The core has no clock and no place. */
  readonly timeZone?: string | undefined;
}

/** A value and where it stands. */
export interface ValueContext {
  readonly record: EventRecord;
  readonly path: JsonPath;
  readonly field: Field;
  readonly options: ExplainOptions;
  /** A warning about the value follows, and says what would be suspicious: once is enough. */
  readonly isNoted: boolean;
}

/** Explains one kind of value: finished Markdown paragraphs, none when there is nothing to say. */
export type Explainer = (value: JsonValue, context: ValueContext) => readonly string[];

/** An explainer that has something to say of texts only. */
export function ofText(explain: (text: string, context: ValueContext) => readonly string[]): Explainer {
  return (value, context) => (typeof value === 'string' ? explain(value, context) : []);
}
