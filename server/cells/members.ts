/** The members of a record that have a column of their own, and stand in no row: in the order in which they are told. */

export const NONE: u32 = 255;
const ERROR_MESSAGE: u32 = 0;
const REQUEST_PARAMETERS: u32 = 1;
const RESPONSE_ELEMENTS: u32 = 2;

/** @param at where a name begins */
export function memberOf(at: usize, length: u32): u32 {
  if (length === 12 && isText(at, 'errorMessage')) return ERROR_MESSAGE;
  if (length === 17 && isText(at, 'requestParameters')) return REQUEST_PARAMETERS;
  return length === 16 && isText(at, 'responseElements') ? RESPONSE_ELEMENTS : NONE;
}

/** @param text of ASCII, as long as what stands there */
function isText(at: usize, text: string): bool {
  for (let index = 0; index < text.length; index++)
    if (<i32>load<u8>(at + index) !== text.charCodeAt(index)) return false;
  return true;
}
