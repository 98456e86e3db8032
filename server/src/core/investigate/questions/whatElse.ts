import { allOf, anyOf, exactly, type Question } from '../../query/question';
import type { Use } from '../evidence';
import { type Answer, type Finding, findingOf } from './answer';
import { NO_MAIL } from './callsFound';
import { type Grounds, keyOrRole } from './grounds';
import { counted, whoIs } from './told';
import { type WeightyActor, weightyActors } from './weightyActors';

/** Of what somebody did in one service, so many events stand for all. */
const MOST_EVENTS = 50;
const MOST_ACTORS = 20;
const MOST_ACTIONS = 4;

/** What those who did something weighty did in other services. */
export function whatElse(grounds: Grounds): Answer {
  if (grounds.evidence.mail.length === 0)
    return { status: 'cannot-tell', sentence: NO_MAIL, findings: [], notCovered: [] };
  const findings = weightyActors(grounds)
    .slice(0, MOST_ACTORS)
    .flatMap((actor) => elsewhere(actor, grounds));
  const [first] = findings;
  if (first === undefined) {
    const sentence =
      'Those who did something weighty in mail did nothing in other services, as far as these logs tell.';
    return { status: 'nothing-found', sentence, findings: [], notCovered: [] };
  }
  return { status: 'answered', sentence: first.summary, findings, notCovered: [] };
}

function elsewhere({ weighty, all }: WeightyActor, { evidence }: Grounds): readonly Finding[] {
  const [first] = weighty;
  const keys = new Set(all.map(({ row }) => row.accessKey).filter((key) => key !== ''));
  const arn = first.row.actorArn;
  const services = new Map<string, Use[]>();
  for (const use of evidence.uses) {
    if (/^workmail/i.test(use.service) || !(keys.has(use.accessKey) || (arn !== '' && use.arn === arn))) continue;
    const known = services.get(use.service);
    if (known === undefined) services.set(use.service, [use]);
    else known.push(use);
  }
  return Array.from(services).flatMap(([service, uses]) => {
    const calls = uses.reduce((sum, { count }) => sum + count, 0);
    const failed = uses.reduce((sum, use) => sum + use.failed, 0);
    const actions = Array.from(new Set(uses.map(({ action }) => action)));
    const left = actions.length - MOST_ACTIONS;
    const refused = failed === 0 ? '' : `, ${failed} of them refused or failed`;
    const more = left > 0 ? ` and ${left} more` : '';
    const asked = allOf([
      whose(Array.from(keys), arn),
      { kind: 'field', field: 'service', values: [exactly(service)] },
    ]);
    const found = findingOf(evidence.find(asked, MOST_EVENTS), () => ({
      kind: 'service',
      weight: failed < calls ? 'medium' : 'low',
      summary: `${whoIs(first)} made ${counted(calls, 'call')} to ${service}${refused}: ${actions.slice(0, MOST_ACTIONS).join(', ')}${more}.`,
      actor: keyOrRole(first),
      entities: [service],
    }));
    return found ?? [];
  });
}

function whose(keys: readonly string[], arn: string): Question {
  return anyOf([
    ...(keys.length === 0 ? [] : [{ kind: 'field', field: 'key', values: keys.map(exactly) } as const]),
    ...(arn === '' ? [] : [{ kind: 'field', field: 'arn', values: [exactly(arn)] } as const]),
  ]);
}
