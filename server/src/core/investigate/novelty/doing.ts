import { programOf } from '../../explain/program';
import { serviceLabel } from '../../explain/serviceLabel';
import type { Act } from '../act';
import type { Use } from '../evidence';

/** What is compared of calls. Texts are as the log has them. */
export interface Doing {
  /** The ARN of who acted, else his name. */
  readonly principal: string;
  readonly actor: string;
  readonly accessKey: string;
  readonly address: string;
  readonly userAgent: string;
  readonly account: string;
  /** As `serviceLabel` has it. */
  readonly service: string;
  readonly action: string;
}

export function doingOfUse({ arn, actor, accessKey, address, userAgent, account, service, action }: Use): Doing {
  const label = serviceLabel(service);
  return { principal: arn || actor, actor, accessKey, address, userAgent, account, service: label, action };
}

export function doingOfAct({ row }: Act): Doing {
  const { actorArn, actor, accessKey, address, userAgent, account, service, action } = row;
  return { principal: actorArn || actor, actor, accessKey, address, userAgent, account, service, action };
}

/** What kinds of things are new. */
export type NewKind = 'principal' | 'key' | 'address' | 'program' | 'action' | 'account' | 'bucket' | 'hour';

/** Programs by their family, each text read once: a new version of a program is no new program. */
export class Programs {
  readonly #known = new Map<string, string>();

  of(userAgent: string): string {
    const known = this.#known.get(userAgent);
    if (known !== undefined) return known;
    const family = programOf(userAgent) ?? /^[^/\s(]*/.exec(userAgent)?.[0] ?? '';
    this.#known.set(userAgent, family);
    return family;
  }
}

/** The kinds that are told of calls alone, and what each shows of them; empty where there is nothing to compare. */
export const traits: readonly {
  readonly kind: NewKind;
  readonly of: (doing: Doing, programs: Programs) => string;
}[] = [
  { kind: 'key', of: ({ accessKey }) => (/^AKIA/.test(accessKey) ? accessKey : '') },
  { kind: 'address', of: ({ address }) => address },
  { kind: 'program', of: ({ userAgent }, programs) => programs.of(userAgent) },
  { kind: 'action', of: ({ service, action }) => `${service} ${action}` },
  { kind: 'account', of: ({ account }) => account },
];
