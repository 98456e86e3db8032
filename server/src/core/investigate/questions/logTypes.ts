import { ownLogNamed, ownLogs } from '../../read/own/ownLogs';
import type { Evidence } from '../evidence';

/** What calls that deliver a log say it is; undefined of one that no such call is about. @param id of the log */
export function logTypeOf(id: string): string | undefined {
  return ownLogNamed(id)?.logType;
}

/** The types of those of WorkMail's own logs of which records are here. */
export function logTypesHere(evidence: Evidence): ReadonlySet<string> {
  const { counts } = evidence.own();
  return new Set(ownLogs().flatMap(({ id, logType = [] }) => ((counts.get(id) ?? 0) > 0 ? logType : [])));
}
