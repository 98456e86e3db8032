/** Whether a log begins like one that nobody takes for anything else. */
import { isText } from './characters';
import { Field } from './fields';
import { firstFieldOfRecord, startOfRecord } from './record';
import { startOfSource } from './values';

/** So much of a text is looked at to see what lies over it, and a part of a host's name is no longer. */
const FAR: usize = 16000;
const LONGEST_NAME: usize = 40;

/**
 * Whether the record that was read last begins with a field by which every log of CloudTrail is told, and names its service near
 * its beginning: then nobody takes its log for anything else.
 */
export function beginsTelling(): bool {
  const field = firstFieldOfRecord();
  const source = startOfSource();
  if (source - startOfRecord() > FAR || !isPlainName(source)) return false;
  return (
    field === Field.VERSION ||
    field === Field.SOURCE ||
    field === Field.NAME ||
    field === Field.REGION ||
    field === Field.ADDRESS ||
    field === Field.TIME ||
    field === Field.USER_IDENTITY
  );
}

/** Whether a host begins here whose name has no more than the domain of AWS behind its first part. */
function isPlainName(start: usize): bool {
  let at = start;
  while (isOfName(<u32>load<u8>(at))) at++;
  return at > start && at - start <= LONGEST_NAME && isText(at, 14, '.amazonaws.com');
}

function isOfName(byte: u32): bool {
  const small = byte | 0x20;
  return (small >= 0x61 && small <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x5f;
}
