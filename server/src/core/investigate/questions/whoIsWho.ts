import { programOf } from '../../explain/program';
import type { Act } from '../act';
import type { Portrait } from '../evidence';
import { secondText } from '../utcText';
import { type Answer, type Finding, findingOf } from './answer';
import { actorOfAct, type Grounds, keyOrRole } from './grounds';
import { noMail } from './noMail';
import { counted, whoIs } from './told';

/** More principals than these nobody reads; the first have the most to do with mail. */
const MOST = 200;
const MOST_TOLD = 3;

/** Every principal that has to do with mail: its kind, keys, addresses, programs, first and last act in every service. */
export function whoIsWho(grounds: Grounds): Answer {
  const { evidence } = grounds;
  if (evidence.mail.length === 0)
    return { status: 'cannot-tell', sentence: noMail(evidence), findings: [], notCovered: [] };
  const byActor = new Map<string, Act[]>();
  const services = new Set<string>();
  for (const act of evidence.acts) {
    if (act.isByService) {
      services.add(actorOfAct(act));
      continue;
    }
    const key = actorOfAct(act);
    const known = byActor.get(key);
    if (known === undefined) byActor.set(key, [act]);
    else known.push(act);
  }
  const heavy = new Set(grounds.weightyActors().map(({ weighty }) => actorOfAct(weighty[0])));
  const principals = Array.from(byActor, ([key, acts]) => ({ acts, isHeavy: heavy.has(key) }));
  principals.sort(
    (left, right) => Number(right.isHeavy) - Number(left.isHeavy) || right.acts.length - left.acts.length,
  );
  const told = principals.slice(0, MOST);
  const portraits = evidence.portraits(
    told.map(({ acts }) => acts),
    0,
  );
  const findings = told.flatMap(({ acts, isHeavy }, at) => findingOfPrincipal(acts, isHeavy, portraits[at]) ?? []);
  const beside =
    services.size === 0
      ? ''
      : ` ${counted(services.size, 'service')} of AWS acted on ${services.size === 1 ? 'its' : 'their'} own account.`;
  const sentence = `${counted(principals.length, 'principal')} had to do with mail, ${heavy.size === 0 ? 'none' : heavy.size} of them weightily.${beside}`;
  return { status: 'answered', sentence, findings, notCovered: [] };
}

function findingOfPrincipal(
  acts: readonly Act[],
  isHeavy: boolean,
  portrait: Portrait | undefined,
): Finding | undefined {
  return findingOf(acts, (all) => ({
    kind: all[0].facts.actor.kind,
    weight: isHeavy ? 'high' : 'info',
    summary: () => sentenceOf(all, portrait),
    // Who it is, is what was found.
    label: () => `${whoIs(all[0])}: ${counted(callsIn(portrait, all.length), 'call')}`,
    actor: keyOrRole(all[0]),
    entities: () => portrait?.keys.slice(0, MOST) ?? [],
  }));
}

function sentenceOf(all: Finding['acts'], portrait: Portrait | undefined): string {
  const { keys = [], addresses = [], programs = [], first, last } = portrait ?? {};
  const named = Array.from(new Set(programs.map((program) => programOf(program) ?? program)));
  return [
    `${whoIs(all[0])}: ${callsText(all, portrait)}`,
    keys.length > 1 ? counted(keys.length, 'key') : '',
    addresses.length === 0 ? '' : `from ${few(addresses)}`,
    named.length === 0 ? '' : `with ${few(named)}`,
    first === undefined || last === undefined ? '' : `${secondText(first)} to ${secondText(last)} UTC`,
  ]
    .filter((part) => part !== '')
    .join(', ')
    .concat('.');
}

/** `80 calls, 75 of them of WorkMail`: whoever counts events of WorkMail alone finds the same number. */
function callsText(all: Finding['acts'], portrait: Portrait | undefined): string {
  const calls = callsIn(portrait, all.length);
  const ofMail = Array.from(portrait?.services ?? []).reduce(
    (sum, [service, use]) => (/^workmail/i.test(service) ? sum + use.calls : sum),
    0,
  );
  if (portrait === undefined || ofMail > calls) return counted(calls, 'call');
  if (ofMail === calls) return counted(calls, 'call of WorkMail', 'calls of WorkMail');
  return `${counted(calls, 'call')} of all services, ${ofMail === 0 ? 'none' : ofMail.toLocaleString('en-US')} of them of WorkMail`;
}

function callsIn(portrait: Portrait | undefined, least: number): number {
  const services = Array.from(portrait?.services.values() ?? []);
  return Math.max(
    least,
    services.reduce((sum, { calls }) => sum + calls, 0),
  );
}

function few(texts: readonly string[]): string {
  const shown = texts.slice(0, MOST_TOLD).join(' and ');
  return texts.length > MOST_TOLD ? `${shown} and ${texts.length - MOST_TOLD} more` : shown;
}
