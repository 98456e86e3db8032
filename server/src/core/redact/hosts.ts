import { once } from '../once';
import { redactionWords } from './fieldKinds';
import { findWholeForm } from './forms';
import type { Find } from './found';

const LABEL = '[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?';
const HOST = new RegExp(`^(?:${LABEL}\\.){1,12}[A-Za-z][A-Za-z-]{0,22}[A-Za-z]$`);
const LONGEST_HOST = 253;

/** Whether a text has the form of a host name with at least two parts. */
export function isHost(text: string): boolean {
  return text.length <= LONGEST_HOST && HOST.test(text);
}

const OF_AWS =
  /(?:^|\.)(?:amazonaws\.com(?:\.cn)?|amazon\.com|awsapps\.com|aws|aws\.dev|amazontrust\.com|ec2\.internal|compute\.internal)$/i;
const REGION = /^[a-z]{2}(?:-[a-z]+){1,3}-\d$/;
/** Parts of hosts of AWS that stand before the name of the service. */
const PLAIN: ReadonlySet<string> = new Set(
  'api dkr fips dualstack control data runtime www signin portal console monitoring ipv6 email sts global export start access vpce aws docs'.split(
    ' ',
  ),
);

/**
 * What identifies somebody in the name of a host: the domain as a whole, so that hosts of one domain stay together, and each part
 * before it. Of a host of AWS, what stands before the service: a bucket, an account, an alias.
 *
 * @param base offset of the host in the text it stands in
 */
export function findInHost(host: string, base: number, find: Find): void {
  const aws = OF_AWS.exec(host);
  const own = aws === null ? domainStart(host) : serviceStart(host, aws.index);
  const part = /[^.]+/g;
  for (let next = part.exec(host); next !== null && next.index < own; next = part.exec(host)) {
    const [label] = next;
    const start = base + next.index;
    if (aws !== null && (REGION.test(label) || PLAIN.has(label))) continue;
    if (!findWholeForm(label, start, find)) find({ start, end: start + label.length, as: 'name', original: label });
  }
  if (aws === null) find({ start: base + own, end: base + host.length, as: 'domain', original: host.slice(own) });
}

/** Second parts under which a country gives out names: `co.uk`. */
const SHARED = /^(?:co|com|org|net|ac|gov|edu|or|ne|go)$/i;

function domainStart(host: string): number {
  const last = host.lastIndexOf('.');
  const second = host.lastIndexOf('.', last - 1);
  if (second < 0) return 0;
  if (host.length - last - 1 > 2 || !SHARED.test(host.slice(second + 1, last))) return second + 1;
  return host.lastIndexOf('.', second - 1) + 1;
}

/** Where the service of a host of AWS begins; `tail` is where its domain does. */
function serviceStart(host: string, tail: number): number {
  if (/awsapps|internal$/i.test(host)) return tail;
  const before = host.slice(0, tail).split('.');
  let at = before.length;
  if (REGION.test(before[at - 1] ?? '')) at--;
  at--;
  return before.slice(0, Math.max(0, at)).reduce((length, label) => length + label.length + 1, 0);
}

const known = /* @__PURE__ */ once(() => new RegExp(`\\.(?:${redactionWords().topLevelDomains.join('|')})$`, 'i'));

/** Whether a text is a host by its form, and ends as hosts do: `john.smith` does not. */
export function isKnownHost(text: string): boolean {
  return isHost(text) && (known().test(text) || OF_AWS.test(text));
}
