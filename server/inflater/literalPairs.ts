/** Texts are mostly literals where they repeat nothing: two that fit into the index of the table together are taken as one. */
import { ANY_LITERAL, FIRST_TAKEN, LITERALS, TAKEN } from './entries';

/**
 * Puts pairs in the place of single literals.
 *
 * @param table place of 2^`indexBits` entries, no literals among them but single ones
 */
export function pairLiterals(table: usize, indexBits: u32): void {
  // From behind: what follows a literal stands at a lower index, and is single still.
  for (let index = (1 << indexBits) - 1; index >= 0; index--) {
    const first = load<u32>(table + ((<usize>index) << 2));
    const second = load<u32>(table + ((<usize>(index >> first)) << 2));
    const taken = first & TAKEN;
    const bits = second & TAKEN;
    const fits = (taken + bits - (indexBits + 1)) >> 31;
    // Nobody could guess whether: both ways are one.
    const isPair = ((first & second & ANY_LITERAL) >> LITERALS) & fits;
    store<u32>(
      table + ((<usize>index) << 2),
      first + ((0 - isPair) & ((1 << LITERALS) + bits + ((second & 0xff00) << 8) + (taken << FIRST_TAKEN))),
    );
  }
}
