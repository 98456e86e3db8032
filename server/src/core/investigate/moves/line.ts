import { programOf } from '../../explain/program';
import { addressNamed, isOfAws } from '../../explain/values/addresses';
import type { Act } from '../act';
import { type Deed, deedOf } from './deed';

/** An act with who did it and from where, as moves are told by. */
export interface Line {
  readonly act: Act;
  readonly deed: Deed;
  /** Milliseconds since 1970; 0 where no time can be read. */
  readonly at: number;
  /** The same for one user, and for one person in one role, whatever key a session has. Empty for services of AWS. */
  readonly who: string;
  /** The address, or the network of a home with IPv6. Empty where AWS stands in its place. */
  readonly net: string;
  /** The organization of WorkMail; empty for other services. */
  readonly organization: string;
}

/** Reads acts as lines; a text that many acts have is looked at once. */
export function linesOf(acts: readonly Act[]): readonly Line[] {
  const nets = new Map<string, string>();
  return acts.map((act) => {
    const { facts, row } = act;
    const address = row.address;
    const net = nets.get(address) ?? netOf(address);
    nets.set(address, net);
    return {
      act,
      deed: deedOf(act),
      at: Number.isNaN(row.time) ? 0 : row.time,
      who: whoOf(act),
      net,
      organization: facts.service === 'other' ? '' : row.organization,
    };
  });
}

/** The same for one user, and for one person in one role. Empty for services of AWS. */
export function whoOf({ row, facts }: Act): string {
  if (row.actorKind === 'AWSService') return '';
  const { actor } = facts;
  if (actor.kind === 'aws-service') return '';
  return actor.kind === 'role-session' && actor.issuer !== undefined ? `${actor.issuer} ${row.sessionName}` : actor.key;
}

/** Devices change the end of their IPv6 address from day to day; the first 64 bits stay those of the house. */
function netOf(text: string): string {
  if (isOfAws(text)) return '';
  const address = addressNamed(text);
  if (address === undefined) return text;
  return address.kind() === 'ipv6'
    ? `${address.toNormalizedString().split(':').slice(0, 4).join(':')}::/64`
    : address.toString();
}

/** The family of a program: versions change with every update. */
export function familyOf(userAgent: string): string {
  return programOf(userAgent) ?? userAgent.slice(0, Math.max(0, userAgent.search(/[/ ]/)));
}
