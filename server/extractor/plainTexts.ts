/** What a text may begin with that is written into a table as it stands. */
const SPACE: u32 = 0x20;

/** Whether a text that begins so is no formula, whatever stands behind: no space, no apostrophe, no quote, and none of `+-=@`. */
export function beginsPlain(byte: u32): bool {
  if (byte <= SPACE || byte === 0x22 || byte === 0x27) return false;
  return byte !== 0x2b && byte !== 0x2d && byte !== 0x3d && byte !== 0x40;
}
