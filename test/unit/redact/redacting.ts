import { NamedKinds } from '../../../server/src/core/redact/fieldKinds';
import { GONE, Pseudonyms } from '../../../server/src/core/redact/pseudonyms';
import type { FieldKind } from '../../../server/src/core/redact/redactionFile';
import { type RedactedCopy, Redactor } from '../../../server/src/core/redact/redactor';
import { ValueFinds } from '../../../server/src/core/redact/valueFinds';

/** The value of a field as it stands in a copy, where the log holds nothing else. */
export function redactedValue(kind: FieldKind, value: string): string {
  const pseudonyms = new Pseudonyms();
  const found = new ValueFinds(new NamedKinds()).inValue(kind, value);
  for (const { as, original } of found) pseudonyms.see(original, as);
  pseudonyms.settle();
  let text = '';
  let from = 0;
  for (const { start, end, original } of found) {
    text += value.slice(from, start) + (pseudonyms.of(original) ?? GONE);
    from = end;
  }
  return text + value.slice(from);
}

/** The copy of one log; it must not be refused. */
export function copyOf(log: string): RedactedCopy {
  const redactor = new Redactor();
  redactor.learn(log);
  const copy = redactor.copy(log);
  if ('refused' in copy) throw new Error(copy.refused);
  return copy;
}
