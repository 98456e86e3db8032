/** What texts, calls and identities are called in rows: a number each, kept from log to log. */
import { forgetCalls } from './calls';
import { forgetIdentities, prepareIdentities } from './identities';
import { Interned } from './interned';

export const texts = new Interned();
/** Tuples of the numbers of texts. */
export const calls = new Interned();
export const identities = new Interned();

export function prepareTables(): void {
  texts.prepare();
  texts.addEmpty();
  calls.prepare();
  identities.prepare();
  prepareIdentities();
}

/** Forgets all texts and tuples: their numbers begin anew. No row is left that goes by them. */
export function forgetTexts(): void {
  texts.forget();
  texts.addEmpty();
  calls.forget();
  identities.forget();
  forgetCalls();
  forgetIdentities();
}

/** The texts, or one of the two tables of tuples of their numbers. */
export function tableOf(index: u32): Interned {
  return index === 0 ? texts : index === 1 ? calls : identities;
}
