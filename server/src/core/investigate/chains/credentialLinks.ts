import { prefixWord } from '../../explain/values/keyPrefixes';
import type { Act } from '../act';
import type { Evidence } from '../evidence';
import { has, isSame } from './asked';
import { giverOf, wouldGive } from './givers';
import { keyLinks } from './keyLinks';
import type { Link } from './link';
import { sessionLinks } from './sessionLinks';
import { told } from './words';

/** Chains of roles are rarely longer than three, and a made-up log could have one without end. */
const MOST_ROUNDS = 16;
/** Events of one call over accounts are two, mostly. */
const MOST_SIDES = 20;

/** Some links, and the event that comes before them. */
export interface Step {
  readonly links: readonly Link[];
  readonly next?: Act;
}

/** From where the credentials of an event came, the latest first: the session, who gave it out, the key behind that, who made the key. */
export function credentialLinks(of: Act, evidence: Evidence): readonly Link[] {
  const links: Link[] = [];
  const met: Act[] = [of];
  let act = of;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const step = stepFrom(act, evidence, (each) => met.some((other) => isSame(each, other)));
    for (const link of step.links) links.push(link);
    if (step.next === undefined) break;
    met.push(step.next);
    act = step.next;
  }
  return links;
}

function stepFrom(act: Act, evidence: Evidence, isMet: (act: Act) => boolean): Step {
  const { row } = act;
  if (act.isByService) {
    const service = row.actor === '' ? 'A service of AWS' : row.actor;
    return {
      links: [{ kind: 'service', sentence: `${service} acted on its own account: no key of anybody signed the call.` }],
    };
  }
  const whole = otherSide(act, evidence, isMet);
  if (whole !== undefined) {
    const sentence = `The same call as the account of the caller has it: ${told(whole)}.`;
    return { links: [{ kind: 'same-call', sentence, act: whole }], next: whole };
  }
  if (prefixWord(row.accessKey)?.lifetime === 'long-term') {
    const { links, next } = keyLinks(row.accessKey, act, evidence, isMet);
    return { links, ...(next !== undefined && { next }) };
  }
  const session = sessionLinks(act);
  const giver = giverOf(act, evidence, isMet);
  if (giver === undefined) {
    const sentence = 'What gave out these credentials is not in these logs.';
    return { links: [...session, { kind: 'gave-session', sentence, missing: wouldGive(act) }] };
  }
  if (giver.row.service.toLowerCase() === 'signin') {
    return {
      links: [...session, { kind: 'signed-in', sentence: `It began with a sign-in: ${told(giver)}.`, act: giver }],
    };
  }
  const given: Link = { kind: 'gave-session', sentence: `It was given out by ${told(giver)}.`, act: giver };
  return { links: [...session, given], next: giver };
}

/** Of a call over accounts each account has an event, and only that of the caller tells who he was. */
function otherSide({ row, facts }: Act, { find }: Evidence, isMet: (act: Act) => boolean): Act | undefined {
  if (facts.actor.kind !== 'aws-account' || row.sharedEventID === '') return undefined;
  return find(has('shared', row.sharedEventID), MOST_SIDES).find(
    (each) => !isMet(each) && each.facts.actor.kind !== 'aws-account',
  );
}
