/** `1,234`, whatever language the machine speaks. */
export function numberText(count: number): string {
  if (Number.isInteger(count) && count >= 0 && count < MILLION) return count < 1000 ? String(count) : grouped(count);
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

const MILLION = 1_000_000;

/** A long report has a million numbers of events in it. @param count from a thousand on, below a million */
function grouped(count: number): string {
  const below = count % 1000;
  return `${(count - below) / 1000},${below < 10 ? '00' : below < 100 ? '0' : ''}${below}`;
}

/** `1 event`, `2 events` */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${numberText(count)} ${count === 1 ? one : many}`;
}
