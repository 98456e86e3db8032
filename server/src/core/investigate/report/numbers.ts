/** `1,234`, whatever language the machine speaks. */
export function numberText(count: number): string {
  const digits = String(count);
  return count >= 0 && count < 1000 ? digits : digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 event`, `2 events` */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${numberText(count)} ${count === 1 ? one : many}`;
}
