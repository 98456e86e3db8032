import type { Portrait } from '../evidence';
import { byText } from '../order';
import { type Answer, type Finding, findingOf } from './answer';
import { byWeight } from './callsFound';
import { type Grounds, keyOrRole } from './grounds';
import { noMail } from './noMail';
import { rowLabel } from './rowLabel';
import { counted, whoIs } from './told';
import type { WeightyActor } from './weightyActor';

/** Of what somebody did in one service, so many events stand for all. */
const MOST_EVENTS = 50;
const MOST_ACTORS = 20;
const MOST_ACTIONS = 4;

/** What those who did something weighty did in other services. */
export function whatElse(grounds: Grounds): Answer {
  if (grounds.evidence.mail.length === 0)
    return { status: 'cannot-tell', sentence: noMail(grounds.evidence), findings: [], notCovered: [] };
  const actors = grounds.weightyActors().slice(0, MOST_ACTORS);
  const portraits = grounds.evidence.portraits(
    actors.map(({ all }) => all),
    MOST_EVENTS,
  );
  const findings = actors.flatMap((actor, at) => elsewhere(actor, portraits[at])).sort(byWeight);
  const [first] = findings;
  if (first === undefined) {
    const sentence =
      'Those who did something weighty in mail did nothing in other services, as far as these logs tell.';
    return { status: 'nothing-found', sentence, findings: [], notCovered: [] };
  }
  return { status: 'answered', sentence: first.summary, findings, notCovered: [] };
}

function elsewhere({ weighty }: WeightyActor, portrait: Portrait | undefined): readonly Finding[] {
  const [first] = weighty;
  const services = Array.from(portrait?.services ?? []);
  // Whatever order logs are given in.
  services.sort(([one, some], [other, others]) => others.calls - some.calls || byText(one, other));
  return services.flatMap(([service, { calls, failed, actions: met, acts }]) => {
    if (/^workmail/i.test(service)) return [];
    const actions = [...met].sort(byText);
    const left = actions.length - MOST_ACTIONS;
    const refused = failed === 0 ? '' : `, ${failed} of them refused or failed`;
    const more = left > 0 ? ` and ${left} more` : '';
    const what = `${counted(calls, 'call')} to ${service}${refused}: ${actions.slice(0, MOST_ACTIONS).join(', ')}${more}`;
    const found = findingOf(acts, (all) => ({
      kind: 'service',
      weight: failed < calls ? 'medium' : 'low',
      summary: `${whoIs(first)} made ${what}.`,
      label: rowLabel(what, all, first),
      actor: keyOrRole(first),
      entities: [service],
    }));
    return found ?? [];
  });
}
