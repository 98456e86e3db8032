import type { FieldName } from '../query/fields';

/** What a field is made of in a record, in words of no engine: see schemas/meta/handoverFields.json. A path has dots between members. */
export type Making =
  | string
  | { readonly word: string }
  | { readonly first: readonly Making[] }
  | { readonly join: readonly Making[] }
  | { readonly match: string; readonly of: string }
  | { readonly choose: readonly { readonly if: MakingTest; readonly then: Making }[]; readonly else?: Making };

/** Whether the text at a path is one of some. */
export interface MakingTest {
  readonly path: string;
  readonly is: readonly string[];
  readonly anyCase?: true;
  readonly present?: string;
  readonly and?: MakingTest;
}

/** One field, and where its text stands for engines that make no texts. */
export interface FieldMaking {
  readonly is: Making;
  readonly path?: string;
  readonly before?: string;
  readonly behind?: string;
}

/** schemas/handover/fields.json */
export interface FieldMakings {
  readonly fields: Readonly<Partial<Record<FieldName, FieldMaking>>>;
  readonly readOnly: string;
  readonly failed: readonly string[];
}
