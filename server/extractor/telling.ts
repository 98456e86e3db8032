/** Names that a CloudTrail log has several of: a text that holds one may be part of one. */

const EVENT: u32 = 0x6e657665; // even
const REGION: u32 = 0x52737761; // awsR
const USER: u32 = 0x72657375; // user
const SOURCE: u32 = 0x72756f73; // sour
const CLOUD: u32 = 0x756f6c43; // Clou
const T: u32 = 0x74;
const CAPITAL_A: u32 = 0x41;
const CAPITAL_I: u32 = 0x49;
const CAPITAL_Z: u32 = 0x5a;
const SMALL_C: u32 = 0x63;
const SMALL_D: u32 = 0x64;

/**
 * Whether a stretch holds the beginning of eventVersion, eventSource, eventName, eventTime, awsRegion, userIdentity, sourceIPAddress or
 * CloudTrailEvent, or of something like it. Reads up to 5 bytes more.
 */
export function namesEvent(start: usize, length: u32): bool {
  const end = start + length;
  for (let at = start; at < end; at++) {
    const four = load<u32>(at);
    if (four === EVENT) {
      const capital = <u32>load<u8>(at, 5);
      if (<u32>load<u8>(at, 4) === T && capital >= CAPITAL_A && capital <= CAPITAL_Z) return true;
    } else if (four === REGION) return true;
    else if (four === USER) {
      if (<u32>load<u8>(at, 4) === CAPITAL_I) return true;
    } else if (four === SOURCE) {
      if (<u32>load<u8>(at, 4) === SMALL_C) return true;
    } else if (four === CLOUD) {
      if (<u32>load<u8>(at, 4) === SMALL_D) return true;
    }
  }
  return false;
}
