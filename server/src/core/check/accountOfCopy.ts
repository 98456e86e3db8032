/** What begins the pseudonym of an account: in a copy there are hardly more than a hundred thousand. */
const BEGINNING = '9999';
const OF_COPY = /^9999000\d{5}$/;

/** The id of an account in a redacted copy. @param count from 1, in the order of first sight */
export function accountOfCopy(count: number): string {
  return `${BEGINNING}${count.toString().padStart(8, '0')}`;
}

/** Whether an account's id looks like those in redacted copies. AWS may give out such an id, too: one in ten million. */
export function isAccountOfCopy(id: string): boolean {
  return OF_COPY.test(id);
}
