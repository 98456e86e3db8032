import { programOf } from '../../explain/program';
import { addressNamed, isOfAws } from '../../explain/values/addresses';
import type { Act } from '../act';
import { type Deed, deedOf } from './deed';

/** An act with who did it and from where, as moves are told by. What many ask for is read from the columns once. */
export class Line {
  readonly act: Act;
  /** Its place among all acts, as they happened. */
  readonly order: number;
  readonly action: string;
  /** In small letters. */
  readonly service: string;
  readonly deed: Deed;
  /** Milliseconds since 1970; 0 where no time can be read. */
  readonly at: number;
  /** The same for one user, and for one person in one role, whatever key a session has. Empty for services of AWS. */
  readonly who: string;
  /** The address, or the network of a home with IPv6. Empty where AWS stands in its place. */
  readonly net: string;
  /** The organization of WorkMail; empty for other services. */
  readonly organization: string;
  /** The mailbox that a call of WorkMail is about, in small letters; empty for what names none. */
  readonly mailbox: string;
  #made: readonly string[] | undefined;
  #named: readonly string[] | undefined;

  /** @param net of the address of the act */
  constructor(act: Act, order: number, net: string) {
    const { row, facts } = act;
    const isMail = facts.service !== 'other';
    this.act = act;
    this.order = order;
    this.action = act.call.action;
    this.service = isMail ? facts.service.toLowerCase() : act.call.ofService;
    this.deed = deedOf(this.service, act);
    this.at = Number.isNaN(row.time) ? 0 : row.time;
    this.who = act.doer.who;
    this.net = net;
    this.organization = isMail ? row.organization : '';
    this.mailbox = isMail ? mailboxIn(facts.targets) : '';
  }

  /** What the call made or gave out. */
  get made(): readonly string[] {
    this.#made ??= this.act.row.made;
    return this.#made;
  }

  /** All ids and names in its request and its answer. */
  get named(): readonly string[] {
    this.#named ??= this.act.row.named;
    return this.#named;
  }
}

/** Reads acts as lines; an address that many acts have is looked at once. */
export function linesOf(acts: readonly Act[]): readonly Line[] {
  const nets = new Map<string, string>();
  return acts.map((act, order) => {
    const { address } = act.row;
    const net = nets.get(address) ?? netOf(address);
    nets.set(address, net);
    return new Line(act, order, net);
  });
}

function mailboxIn(targets: Act['facts']['targets']): string {
  for (const { parameter, id } of targets)
    if (parameter === 'entityId' || parameter === 'userId') return id.toLowerCase();
  return '';
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

/** Lines as they happened. */
export function inOrder(lines: Iterable<Line>): readonly Line[] {
  return Array.from(lines).sort((one, other) => one.order - other.order);
}
