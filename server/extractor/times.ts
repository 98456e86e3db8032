/** Times as CloudTrail writes them: `YYYY-MM-DDTHH:MM:SSZ`. */

const LENGTH: u32 = 20;

/** The minute of the last time, which is that of the next one nearly always. */
let lastDay: u64 = 0;
let lastMinute: u64 = 0;
let lastSeconds: u32 = 0;

/** Seconds since 1970; 0 for the second in which it began, for a day that there is not, and for any other text. */
export function secondsOf(start: usize, length: u32): u32 {
  if (length !== LENGTH || <u32>load<u8>(start, 16) !== 0x3a || <u32>load<u8>(start, 19) !== 0x5a) return 0;
  const second = twoDigits(start + 17);
  if (second > 59) return 0;
  const day = load<u64>(start);
  const minute = load<u64>(start, 8);
  if (day !== lastDay || minute !== lastMinute) {
    const began = minuteOf(start);
    if (began < 0) return 0;
    lastDay = day;
    lastMinute = minute;
    lastSeconds = <u32>began;
  }
  return lastSeconds + second;
}

/** The second in which the minute begins; -1 where there is none, or none that 32 bits can tell. */
function minuteOf(start: usize): i64 {
  if (<u32>load<u8>(start, 4) !== 0x2d || <u32>load<u8>(start, 7) !== 0x2d) return -1;
  if (<u32>load<u8>(start, 10) !== 0x54 || <u32>load<u8>(start, 13) !== 0x3a) return -1;
  const year = twoDigits(start) * 100 + twoDigits(start + 2);
  const month = twoDigits(start + 5);
  const day = twoDigits(start + 8);
  const hour = twoDigits(start + 11);
  const minute = twoDigits(start + 14);
  if (year < 1970 || year > 2105 || month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59) return -1;
  if (day > lastDayOf(month, year)) return -1;
  return <i64>daysBefore(year, month, day) * 86400 + <i64>(hour * 3600 + minute * 60);
}

/** A number that is in no range where a character is no digit. */
function twoDigits(at: usize): u32 {
  const tens = <u32>load<u8>(at) - 0x30;
  const ones = <u32>load<u8>(at, 1) - 0x30;
  return tens < 10 && ones < 10 ? 10 * tens + ones : 10000;
}

function lastDayOf(month: u32, year: u32): u32 {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: u32): bool {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days from the first of January 1970. Years are counted from March, so that the day that is not always there is the last. */
function daysBefore(year: u32, month: u32, day: u32): u32 {
  const march = month > 2 ? year : year - 1;
  const months = month > 2 ? month - 3 : month + 9;
  return march * 365 + march / 4 - march / 100 + march / 400 + (153 * months + 2) / 5 + day - 719469;
}
