import { programOf } from '../../explain/program';
import type { Act } from '../act';
import type { Use } from '../evidence';
import { type Answer, type Finding, findingOf } from './answer';
import { NO_MAIL } from './callsFound';
import { actorOfAct, type Grounds, isWeighty, keyOrRole } from './grounds';
import { counted, whoIs } from './told';

/** More principals than these nobody reads; the first have the most to do with mail. */
const MOST = 200;
const MOST_TOLD = 3;

interface Principal {
  readonly acts: Act[];
  readonly keys: Set<string>;
  readonly addresses: Set<string>;
  readonly programs: Set<string>;
  calls: number;
  first: string;
  last: string;
}

/** Every principal that has to do with mail: its kind, keys, addresses, programs, first and last act in every service. */
export function whoIsWho(grounds: Grounds): Answer {
  const { evidence } = grounds;
  if (evidence.mail.length === 0) return { status: 'cannot-tell', sentence: NO_MAIL, findings: [], notCovered: [] };
  const principals = new Map<string, Principal>();
  for (const act of evidence.acts) {
    if (act.facts.actor.kind === 'aws-service') continue;
    const known = principals.get(actorOfAct(act)) ?? newPrincipal();
    principals.set(actorOfAct(act), known);
    known.acts.push(act);
  }
  for (const use of evidence.uses) {
    const known = principals.get(use.arn);
    if (known !== undefined) addUse(known, use);
  }
  const findings = Array.from(principals.values()).flatMap((principal) => told(principal, grounds) ?? []);
  const isHeavy = ({ weight }: Finding): boolean => weight === 'high';
  findings.sort(
    (left, right) => Number(isHeavy(right)) - Number(isHeavy(left)) || right.acts.length - left.acts.length,
  );
  const heavy = findings.filter(isHeavy).length;
  const services = new Set(evidence.acts.filter(({ facts }) => facts.actor.kind === 'aws-service').map(actorOfAct))
    .size;
  const beside =
    services === 0
      ? ''
      : ` ${counted(services, 'service')} of AWS acted on ${services === 1 ? 'its' : 'their'} own account.`;
  const sentence = `${counted(findings.length, 'principal')} had to do with mail, ${heavy === 0 ? 'none' : heavy} of them weightily.${beside}`;
  return { status: 'answered', sentence, findings: findings.slice(0, MOST), notCovered: [] };
}

function newPrincipal(): Principal {
  return { acts: [], keys: new Set(), addresses: new Set(), programs: new Set(), calls: 0, first: '', last: '' };
}

function addUse(known: Principal, use: Use): void {
  known.calls += use.count;
  for (const [texts, text] of [
    [known.keys, use.accessKey],
    [known.addresses, use.address],
    [known.programs, programOf(use.userAgent) ?? use.userAgent],
  ] as const) {
    if (text !== '') texts.add(text);
  }
  if (use.first !== '' && (known.first === '' || use.first < known.first)) known.first = use.first;
  if (use.last > known.last) known.last = use.last;
}

function told(principal: Principal, grounds: Grounds): Finding | undefined {
  const { acts, keys, addresses, programs, calls, first, last } = principal;
  return findingOf(acts, (all) => ({
    kind: all[0].facts.actor.kind,
    weight: all.some((act) => act.facts.service !== 'other' && isWeighty(act, grounds)) ? 'high' : 'info',
    summary: [
      `${whoIs(all[0])}: ${counted(Math.max(calls, all.length), 'call')}`,
      keys.size > 1 ? counted(keys.size, 'key') : '',
      addresses.size === 0 ? '' : `from ${few(addresses)}`,
      programs.size === 0 ? '' : `with ${few(programs)}`,
      first === '' ? '' : `${first} to ${last}`,
    ]
      .filter((part) => part !== '')
      .join(', ')
      .concat('.'),
    actor: keyOrRole(all[0]),
    entities: [...keys].slice(0, MOST),
  }));
}

function few(texts: ReadonlySet<string>): string {
  const shown = Array.from(texts).slice(0, MOST_TOLD).join(' and ');
  return texts.size > MOST_TOLD ? `${shown} and ${texts.size - MOST_TOLD} more` : shown;
}
