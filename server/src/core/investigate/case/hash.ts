/**
 * A number of 53 bits that stands for a text, the same on every machine and in every version: sketches of cases are kept. Nothing is
 * kept secret by it.
 */
export function hashOf(text: string): number {
  let high = 0x2545f491;
  let low = 0x9e3779b9;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x85ebca6b);
    high ^= high >>> 15;
    low = Math.imul(low ^ unit, 0xc2b2ae35);
    low ^= low >>> 13;
  }
  const mixed = stirred(high ^ Math.imul(low, 0x27d4eb2f));
  return (mixed >>> 11) * 2 ** 32 + (stirred(low ^ mixed) >>> 0);
}

/** Lets every bit have a part in every other. */
function stirred(number: number): number {
  let mixed = number ^ (number >>> 16);
  mixed = Math.imul(mixed, 0x7feb352d);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x846ca68b);
  return mixed ^ (mixed >>> 16);
}
