/** What follows from the texts of a call, worked out once for each of its tuples. */
import { isText } from './characters';
import { Field } from './fields';
import { Interned } from './interned';

/** What a call is in the column of states: bits of its service, and of a call seen by a VPC endpoint. */
const WORKMAIL: u32 = 1 << 6;
const MESSAGE_FLOW: u32 = 2 << 6;
/** Of a call of either. */
export const OF_MAIL: u32 = WORKMAIL | MESSAGE_FLOW;
const NETWORK: u32 = 1 << 12;
/** Not surely a call that CloudTrail tells of. */
export const OTHER_CALL: u32 = 1 << 31;

const FEWEST: u32 = 1024;
let states: usize = 0;
let room: u32 = 0;
let count: u32 = 0;

/** Numbers of calls mean something else from now on. */
export function forgetCalls(): void {
  count = 0;
}

/** @param tuple of call texts, the last that was added or one before */
export function callState(tuple: u32, texts: Interned, calls: Interned): u32 {
  while (count <= tuple) {
    if (count === room) {
      room = max(FEWEST, room << 1);
      states = states === 0 ? heap.alloc((<usize>room) << 2) : heap.realloc(states, (<usize>room) << 2);
    }
    store<u32>(states + ((<usize>count) << 2), stateOf(calls.start(count), texts));
    count++;
  }
  return load<u32>(states + ((<usize>tuple) << 2));
}

function stateOf(members: usize, texts: Interned): u32 {
  const source = load<u32>(members + ((<usize>Field.SOURCE) << 2));
  const name = load<u32>(members + ((<usize>Field.NAME) << 2));
  if (!isOfAws(texts.start(source), texts.length(source)) || holdsColon(texts.start(name), texts.length(name))) {
    return OTHER_CALL;
  }
  const type = load<u32>(members + ((<usize>Field.TYPE) << 2));
  if (is(type, 'AwsAggregatedEvent', texts)) return OTHER_CALL;
  const service = serviceOf(texts.start(source), texts.length(source));
  if (service === 0) return 0;
  const category = load<u32>(members + ((<usize>Field.CATEGORY) << 2));
  return service | (isNetwork(category, type, texts) ? NETWORK : 0);
}

/** As `recordKindOf` tells it: by the category, and by the type where that says nothing. */
function isNetwork(category: u32, type: u32, texts: Interned): bool {
  if (is(category, 'NetworkActivity', texts)) return true;
  const isOther =
    is(category, 'Insight', texts) || is(category, 'Aggregated', texts) || is(category, 'ActivityAuditLog', texts);
  return !isOther && (is(type, 'AwsVpceEvents', texts) || is(type, 'AwsVpceEvent', texts));
}

function is(number: u32, text: string, texts: Interned): bool {
  return isText(texts.start(number), texts.length(number), text);
}

/** Whether an eventSource is one of AWS's, so that its record is surely one of CloudTrail, and holds nothing unusual. */
function isOfAws(start: usize, length: u32): bool {
  for (let at = start; at < start + length; at++) {
    const byte = <u32>load<u8>(at);
    if (byte <= 0x20 || byte >= 0x7f || byte === 0x3a) return false;
  }
  return endsWith(start, length, '.amazonaws.com') || endsWith(start, length, '.amazonaws.com.cn');
}

function endsWith(start: usize, length: u32, end: string): bool {
  const size = <u32>end.length;
  return length >= size && isSmallText(start + (length - size), size, end);
}

function serviceOf(start: usize, length: u32): u32 {
  if (isSmallText(start, length, 'workmail.amazonaws.com')) return WORKMAIL;
  return isSmallText(start, length, 'workmailmessageflow.amazonaws.com') ? MESSAGE_FLOW : 0;
}

/** Whether a text is this one, whatever the case of its letters. */
function isSmallText(start: usize, length: u32, text: string): bool {
  if (length !== <u32>text.length) return false;
  for (let at: u32 = 0; at < length; at++) {
    const byte = <i32>load<u8>(start + at);
    const small = byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
    if (small !== text.charCodeAt(at)) return false;
  }
  return true;
}

function holdsColon(start: usize, length: u32): bool {
  for (let at = start; at < start + length; at++) if (<u32>load<u8>(at) === 0x3a) return true;
  return false;
}
