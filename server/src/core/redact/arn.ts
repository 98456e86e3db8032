import { redactionWords } from './fieldKinds';
import type { Find } from './found';
import { findName } from './names';

/** The beginning of every ARN. */
export const ARN = /^arn:aws[a-z-]{0,12}:/;

/** Services whose ARNs begin with a name of the customer's behind the account, and with no word for its kind. */
const NAMES_AT_ONCE: ReadonlySet<string> = new Set(['s3', 'sns', 'sqs', 'codecommit']);

/**
 * What identifies somebody in an ARN: the account, and the names behind it, each part by itself. Partition, service, Region and
 * the words for the kind of a thing stay; so does what AWS itself owns.
 *
 * @param base offset of the ARN in the text it stands in
 */
export function findInArn(arn: string, base: number, find: Find): void {
  const [, service = '', , account = ''] = fieldsOf(arn);
  const head = headEnd(arn);
  if (account === 'aws') return;
  if (/^\d{12}$/.test(account)) {
    const start = base + head - account.length - 1;
    find({ start, end: start + account.length, as: 'account', original: account });
  }
  const isNamed = NAMES_AT_ONCE.has(service);
  // Names of objects may hold anything.
  const part = isNamed ? /[^/*?]+/g : /[^/:*?${}]+/g;
  part.lastIndex = head;
  for (let at = 0, next = part.exec(arn); next !== null; at++, next = part.exec(arn)) {
    const [text] = next;
    const { arnWords } = redactionWords();
    if (arnWords.has(text) && !(isNamed && at === 0)) continue;
    findName(text, base + next.index, find);
  }
}

/** `arn`, partition, service, Region and account of an ARN. */
function fieldsOf(arn: string): readonly string[] {
  return arn.slice(0, headEnd(arn)).split(':').slice(1);
}

/** Behind the colon after the account. */
function headEnd(arn: string): number {
  let at = 0;
  for (let colons = 0; colons < 5; colons++) {
    const colon = arn.indexOf(':', at);
    if (colon < 0) return arn.length;
    at = colon + 1;
  }
  return at;
}
