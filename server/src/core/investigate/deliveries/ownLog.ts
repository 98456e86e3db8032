import type { Act } from '../act';

/** One of WorkMail's own logs, as far as calls that deliver it tell. */
export interface OwnLog {
  /** As PutDeliverySource has it, or `EMAIL_EVENTS`; empty where no call tells what is delivered. */
  readonly logType: string;
  /** The id of the organization, and its ARN; empty where no call tells them. */
  readonly organizationId: string;
  readonly arn: string;
  /** The name of what is delivered, where its kind is not told; else empty. */
  readonly source: string;
  /** At least one, as they happened. */
  readonly changes: readonly LogChange[];
}

/** What a call made of a log. Another delivery of the same log may go on beside one that is stopped. */
export interface LogChange {
  readonly act: Act;
  /** `left-out`: it has fewer fields than before; `back`: it has more. `moved`: it went on elsewhere or in another form. */
  readonly what: 'on' | 'off' | 'left-out' | 'back' | 'moved';
  /** The id of the delivery; empty of the e-mail event log. */
  readonly delivery: string;
  /** Whether the log was seen as it was before the call. */
  readonly isFirst: boolean;
  /** How the log is from then on. */
  readonly isOn: boolean;
  /** Fields that no delivery of it has any more. */
  readonly without: readonly string[];
  /** Accounts of others that it goes to. */
  readonly accounts: readonly string[];
  /** ARNs of the buckets, log groups and streams that it goes to, where calls tell them. */
  readonly places: readonly string[];
}

/** A time in which a log was as it is told here. Milliseconds since 1970. */
export interface LogSpan {
  /** Undefined: since before these logs begin, nobody knows how long. */
  readonly from: number | undefined;
  /** Undefined: until these logs end. */
  readonly to: number | undefined;
  readonly without: readonly string[];
}

/** When a log can be counted on, and without which fields. What lies outside of that is not in it, or nobody knows. */
export function spansOf({ changes }: OwnLog): readonly LogSpan[] {
  const spans: LogSpan[] = [];
  const [first] = changes;
  // What is stopped or changed was there before.
  if (first !== undefined && first.what !== 'on') spans.push({ from: undefined, to: first.act.row.time, without: [] });
  for (const [at, { isOn, act, without }] of changes.entries())
    if (isOn) spans.push({ from: act.row.time, to: changes[at + 1]?.act.row.time, without });
  return spans;
}
