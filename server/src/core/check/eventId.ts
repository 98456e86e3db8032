/** An eventID as CloudTrail writes it: some programs write unique ids in capitals, or put braces around them. */
export function sameId(eventID: string): string {
  const small = eventID.toLowerCase();
  return small.length > 2 && small.startsWith('{') && small.endsWith('}') ? small.slice(1, -1) : small;
}
