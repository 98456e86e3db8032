/** Two organizations are two houses, where it is told of both which they are. */
export function maybeSameHouse(one: string, other: string): boolean {
  return one === '' || other === '' || one === other;
}
