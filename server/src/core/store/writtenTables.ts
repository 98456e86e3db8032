import type { Texts, Tuples } from './texts';

/** The tables that rows are written with. */
export interface WrittenTables {
  readonly texts: Texts;
  readonly calls: Tuples;
  readonly identities: Tuples;
}
