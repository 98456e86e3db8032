import type { Line } from './line';

/** An address wherever it stands in a text: in a list, in JSON, in angle brackets. */
const ANY_ADDRESS = /[^\s@<>"',;:(){}[\]\\]+@([\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?)/gu;
const ADDRESS = /^[^\s@]+@([^\s@]+)$/;

/** Domains of addresses that a house uses: of its mailboxes, of who signs in; in small letters. Where mail is sent on to is no sign of its own. */
export function domainsOf(lines: readonly Line[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of lines) {
    if (line.organization === '' || line.deed === 'forward' || line.act.facts.outcome === 'failed') continue;
    for (const text of [...line.named, ...line.made, line.who.slice(line.who.lastIndexOf('/') + 1)]) {
      const domain = domainOf(text);
      if (domain !== '') found.add(domain);
    }
  }
  return found;
}

/**
 * Whether a rule for the mail flow or for journals names an address in a domain that the house does not use. Which field holds it no page
 * of AWS tells, so all texts of the request are looked at. A house of which no domain is known can't be left.
 */
export function isSentOutside(line: Line, domains: ReadonlySet<string>): boolean {
  if (domains.size === 0) return false;
  return addressesIn(line.act.contents.requestParameters).some((domain) => !isWithin(domain, domains));
}

function isWithin(domain: string, domains: ReadonlySet<string>): boolean {
  for (let rest = domain; rest !== ''; rest = rest.slice(rest.indexOf('.') + 1)) {
    if (domains.has(rest)) return true;
    if (!rest.includes('.')) return false;
  }
  return false;
}

/** Their domains. */
function addressesIn(value: unknown): readonly string[] {
  if (typeof value === 'string')
    return Array.from(value.matchAll(ANY_ADDRESS), ([, domain = '']) => domain.toLowerCase());
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(addressesIn) : [];
}

function domainOf(text: string): string {
  return ADDRESS.exec(text)?.[1]?.toLowerCase() ?? '';
}
