/** How many numbers one range may stand for. Days and months need 31. */
const MOST = 1000;

/**
 * A pattern whose ranges of numbers are lists, as a shell reads them: `{1..3}` is `{1,2,3}`, `{09..11}` is `{09,10,11}`,
 * `{1..5..2}` is `{1,3,5}`. The library that matches makes a class of signs of them, so that `{1..12}` is 1 or 2 to it and
 * ten months of a year would be missing in silence. What a backslash stands before is left alone, as are ranges of letters,
 * which it reads well.
 * @returns The range, when it stands for more numbers than that.
 */
export function numbersListed(pattern: string): { readonly pattern: string } | { readonly tooLong: string } {
  let tooLong: string | undefined;
  const listed = pattern.replace(
    /(?<!\\)\{(-?\d+)\.\.(-?\d+)(?:\.\.(-?\d+))?\}/g,
    (range, from: string, to: string, by = '1') => {
      const numbers = numbersOf(from, to, Math.abs(Number(by)) || 1);
      if (numbers === undefined) tooLong ??= range;
      // A list of one is no list to the library, and would keep its braces.
      return numbers === undefined || numbers.length === 1 ? (numbers?.[0] ?? range) : `{${numbers.join(',')}}`;
    },
  );
  return tooLong === undefined ? { pattern: listed } : { tooLong };
}

function numbersOf(from: string, to: string, step: number): readonly string[] | undefined {
  const [first, last] = [Number(from), Number(to)];
  const count = Math.floor(Math.abs(last - first) / step) + 1;
  if (!(count <= MOST)) return undefined;
  const isPadded = [from, to].some((text) => /^-?0\d/.test(text));
  const width = isPadded ? Math.max(from.length, to.length) : 0;
  return Array.from({ length: count }, (_, at) => {
    const number = first + Math.sign(last - first) * at * step;
    return number < 0 ? `-${String(-number).padStart(width - 1, '0')}` : String(number).padStart(width, '0');
  });
}
