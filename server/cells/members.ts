/** The members of a record that are told from its JSON: in the order in which they are told. */

export const NONE: u32 = 255;
/** Its members are told, and not itself. */
export const USER_IDENTITY: u32 = 254;
export const MEMBERS: usize = 8;
/** The one that is no field of rows. */
export const ERROR_MESSAGE: u32 = 0;
const REQUEST_PARAMETERS: u32 = 1;
const RESPONSE_ELEMENTS: u32 = 2;
const SOURCE_IP_ADDRESS: u32 = 3;
const USER_AGENT: u32 = 4;
const SHARED_EVENT_ID: u32 = 5;
const PRINCIPAL_ID: u32 = 6;
const ACCESS_KEY_ID: u32 = 7;

/** A member at the top of a record. @param at where its name begins */
export function memberOf(at: usize, length: u32): u32 {
  if (length === 12)
    return isText(at, 'userIdentity') ? USER_IDENTITY : isText(at, 'errorMessage') ? ERROR_MESSAGE : NONE;
  if (length === 15) return isText(at, 'sourceIPAddress') ? SOURCE_IP_ADDRESS : NONE;
  if (length === 9) return isText(at, 'userAgent') ? USER_AGENT : NONE;
  if (length === 17) return isText(at, 'requestParameters') ? REQUEST_PARAMETERS : NONE;
  if (length === 16) return isText(at, 'responseElements') ? RESPONSE_ELEMENTS : NONE;
  return length === 13 && isText(at, 'sharedEventID') ? SHARED_EVENT_ID : NONE;
}

/** The same of userIdentity. */
export function memberOfIdentity(at: usize, length: u32): u32 {
  if (length === 11) return isText(at, 'principalId') ? PRINCIPAL_ID : isText(at, 'accessKeyId') ? ACCESS_KEY_ID : NONE;
  return NONE;
}

/** @param text of ASCII, as long as what stands there */
function isText(at: usize, text: string): bool {
  for (let index = 0; index < text.length; index++)
    if (<i32>load<u8>(at + index) !== text.charCodeAt(index)) return false;
  return true;
}
