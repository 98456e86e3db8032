import type { EntityKind } from '../check/schemaTypes';

/** How an answer of WorkMail's API names one thing; see `schemas/meta/nameLists.json`. */
export interface Naming {
  /** Of `aws workmail`. */
  readonly command: string;
  readonly kind: EntityKind;
  readonly id: string;
  readonly names: readonly string[];
  readonly shown?: readonly string[];
  readonly addresses?: readonly string[];
  readonly gone?: { readonly member: string; readonly values: readonly string[] };
}

/** `schemas/nameLists.json`, without the words for its readers. */
export interface NameLists {
  /** Several may have one member: the id of an entry tells them apart. */
  readonly lists: readonly (Naming & { readonly member: string })[];
  readonly entries: readonly Naming[];
  readonly nameless: readonly { readonly member: string; readonly command: string; readonly reason: string }[];
}

/** What a list of names says of one id. Texts are as the list has them, not escaped. */
export interface NamedId {
  readonly id: string;
  readonly kind: EntityKind;
  /** Each stands for the id within its organization. */
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  /** Names that others may have as well. */
  readonly shown: readonly string[];
  /** Empty where the list does not say. */
  readonly organizationId: string;
  /** It was no longer there when the list was taken. */
  readonly isGone: boolean;
}
