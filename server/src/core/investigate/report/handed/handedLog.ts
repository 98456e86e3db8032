/** What is told of a log beside how it is called. */
export interface HandedLog {
  /** Where it lies, seen from where the report is kept; absent where nothing can lead there. */
  readonly href?: string;
  /** SHA-256 of its bytes, in hexadecimal digits: of a redacted report that of the original. Absent where it is not told. */
  readonly sha256?: string;
}

/** The logs of a report by how they are called. */
export type HandedLogs = ReadonlyMap<string, HandedLog>;

/** How logs are called whose hashes are told: all of them stand in the report, whatever it tells of them. */
export function hashedIn(logs: HandedLogs): readonly string[] {
  return Array.from(logs).flatMap(([name, { sha256 }]) => (sha256 === undefined ? [] : [name]));
}
