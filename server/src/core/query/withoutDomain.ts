import type { Pattern } from './question';

const DOMAIN = /\.amazonaws\.com$/i;

/** A pattern of an eventSource as one of its first label: rows and fields have the service without the domain that all share. */
export function withoutDomain({ parts }: Pattern): Pattern {
  const last = parts.at(-1);
  if (last === undefined || !('literal' in last) || !DOMAIN.test(last.literal)) return { kind: 'pattern', parts };
  const literal = last.literal.replace(DOMAIN, '');
  return { kind: 'pattern', parts: [...parts.slice(0, -1), ...(literal === '' ? [] : [{ literal }])] };
}
