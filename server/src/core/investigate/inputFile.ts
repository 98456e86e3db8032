/** A file that something was read from, as it lay on the disk, and what was read of it. */
export interface InputFile {
  /** How it is called: in a manifest its path below the place, with slashes. Not escaped. */
  readonly file: string;
  /** Of its bytes as they lie on the disk; null where they could not be read. */
  readonly sha256: string | null;
  /** Bytes; null as well. */
  readonly size: number | null;
  /** When it was changed last, as CloudTrail writes times; null as well. */
  readonly modified: string | null;
  readonly read: ReadOfInput;
}

/** What was read of an input. */
export interface ReadOfInput {
  readonly outcome: 'read' | 'partly' | 'skipped';
  /** In a few words. */
  readonly form: string;
  readonly records: number;
  /** Why it was skipped or only partly read. */
  readonly reasons: readonly string[];
}
