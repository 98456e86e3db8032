import { ownLogSigns } from '../../../generated/ownLogSigns';
import { once } from '../../once';
import type { OwnFieldSign, OwnLogSigns } from './ownLog';

/** A log with its fields by name. */
export interface OwnLog extends OwnLogSigns {
  /** Its position among all, which rows keep. */
  readonly number: number;
  readonly byName: ReadonlyMap<string, OwnFieldSign>;
  /** Fields by what every event has. */
  readonly byRole: ReadonlyMap<string, readonly string[]>;
  /** The field that says whether it worked. */
  readonly truth: OwnFieldSign | undefined;
  /** Names that no other log has. */
  readonly unique: ReadonlySet<string>;
}

/** All logs of WorkMail's own, by number. */
export const ownLogs: () => readonly OwnLog[] = /* @__PURE__ */ once(() => {
  const counts = new Map<string, number>();
  for (const { fields } of ownLogSigns()) for (const { name } of fields) counts.set(name, (counts.get(name) ?? 0) + 1);
  return ownLogSigns().map((log, number) => ({
    ...log,
    number,
    byName: new Map(log.fields.map((field) => [field.name, field])),
    byRole: rolesOf(log),
    truth: log.fields.find(({ refused }) => refused !== undefined),
    unique: new Set(log.fields.flatMap(({ name }) => (counts.get(name) === 1 ? name : []))),
  }));
});

function rolesOf({ fields }: OwnLogSigns): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { name, role } of fields) {
    if (role !== undefined) found.set(role, [...(found.get(role) ?? []), name]);
  }
  return found;
}

/** How much each field of the audit logs speaks for one. */
const weights = /* @__PURE__ */ once(() => {
  const found = new Map<string, number>();
  for (const log of ownLogs()) {
    if (log.family !== 'audit') continue;
    for (const { name, sign = 0 } of log.fields) found.set(name, Math.max(sign, found.get(name) ?? 0));
  }
  return found;
});

/** How much a field speaks for an audit log of WorkMail; undefined for one that none has. */
export function signOf(name: string): number | undefined {
  return weights().get(name);
}

/** Names that hardly anybody else uses: a text without any of them is no such log. */
export const tellingNames: () => readonly string[] = /* @__PURE__ */ once(() => [
  ...Array.from(weights()).flatMap(([name, sign]) => (sign >= 2 ? name : [])),
  'organization_arn',
  'traceId',
  'summaryVersion',
  'flowDirection',
]);

/** Names of what happens to mail, as the e-mail event log has them. */
export const mailEventNames: () => ReadonlySet<string> = /* @__PURE__ */ once(
  () =>
    new Set(
      ownLogNamed('email-events')
        ?.byName.get('eventName')
        ?.values?.map(({ value }) => value),
    ),
);

/** Of every record of these logs one name stands in its text, and of most texts of others none. */
const anyName = /* @__PURE__ */ once(() => new RegExp([...tellingNames(), ...mailEventNames()].join('|')));

/** Whether a text may hold a record of such a log. */
export function mayHoldOwn(text: string): boolean {
  return anyName().test(text);
}

/** A field without which a record is not believed to be one; see `ownKindOf`. */
const STRONG = 3;

/** The same for text of any length, of which ordinary text has nearly nothing: names that are proof, and hardly more. */
export const provingNames: () => readonly string[] = /* @__PURE__ */ once(() => [
  ...Array.from(weights()).flatMap(([name, sign]) => (sign >= STRONG ? name : [])),
  'organization_arn',
  'flowDirection',
  ...mailEventNames(),
]);

/** The log of an id. */
export function ownLogNamed(id: string): OwnLog | undefined {
  return ownLogs().find((log) => log.id === id);
}
