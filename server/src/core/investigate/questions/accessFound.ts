import type { Access } from '../access/accessLink';
import { type Span, spanOf } from '../span';
import { type Finding, findingOf } from './answer';
import { byWeight } from './callsFound';
import { type Grounds, keyOrRole } from './grounds';
import { rowLabel } from './rowLabel';

/** More nobody reads one by one. */
const MOST = 200;

/** From a right to what was done with it, each as a finding with its links in the order of the steps. The weightiest first. */
export function accessFound(grounds: Grounds): readonly Finding[] {
  return grounds
    .accesses()
    .flatMap((access) => findingOfAccess(access))
    .sort(byWeight)
    .slice(0, MOST);
}

function findingOfAccess(access: Access): readonly Finding[] {
  const { who, weight, links, entities } = access;
  const call = links.find(({ step, acts }) => acts.length > 0 && (step === 'assume' || step === 'grant'))?.acts[0];
  const found = findingOf(
    links.flatMap(({ acts }) => acts),
    (acts) => ({
      kind: 'access',
      weight,
      summary: () => `${who}: ${links.map(({ sentence }) => sentence).join('; ')}.`,
      label: () => rowLabel(`${stepsOf(access)}, ${who}`, acts),
      ...(call !== undefined && { actor: keyOrRole(call) }),
      entities,
      parts: () => ({ lead: `${who}: ${stepsOf(access)}.`, facts: links.map(({ sentence }) => sentence) }),
      links,
      ...(links.some(({ span }) => span !== undefined) && { span: spanOfLinks(links) }),
    }),
  );
  return found === undefined ? [] : [found];
}

function spanOfLinks(links: Access['links']): Span {
  return spanOf(
    links.flatMap(({ acts, span }) => [
      ...acts.map(({ row }) => row.time),
      ...(span === undefined ? [] : [span.from, span.to]),
    ]),
  );
}

const WORDS = {
  grant: 'a right was given',
  assume: 'a role was taken',
  read: 'mail was read',
  sent: 'mail was sent',
  forwarded: 'mail was sent on by rules',
} as const;

/** `a right was given, mail was read`: those that have events. */
function stepsOf({ links }: Access): string {
  const steps = new Set(links.flatMap(({ step, acts }) => (acts.length > 0 ? [step] : [])));
  return Array.from(steps, (step) => WORDS[step]).join(', ');
}
