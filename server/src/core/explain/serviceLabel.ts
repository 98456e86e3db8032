/** An eventSource without the domain that all services of AWS share: `iam`, `workmail`. Others as they are. */
export function serviceLabel(eventSource: string): string {
  return eventSource.replace(/\.amazonaws\.com(?:\.cn)?$/i, '');
}
