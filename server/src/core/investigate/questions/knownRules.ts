import type { Act } from '../act';
import type { WeightyParameter } from '../particulars';
import { type Answer, type Finding, findingIn } from './answer';
import { sequenceFindings } from './attackOrder';
import { byWeight, NO_MAIL } from './callsFound';
import { type Grounds, keyOrRole, weightOf } from './grounds';
import { idsIn } from './idsIn';
import { rowLabel } from './rowLabel';
import { counted, when, whoIs } from './told';

const SIGMA = 'Rules in the form of Sigma are asked by the command sigma.';

/** What of the product's own rules fires: sequences of steps, and parameters that make a call more than its name. */
export function knownRules(grounds: Grounds): Answer {
  if (grounds.evidence.mail.length === 0)
    return { status: 'cannot-tell', sentence: NO_MAIL, findings: [], notCovered: [SIGMA] };
  const findings = [...sequenceFindings(grounds), ...parameterFindings(grounds)].sort(byWeight);
  const rules = new Set(findings.map(({ kind }) => kind)).size;
  if (rules === 0) {
    const sentence = 'No sequence and no parameter that this product knows as weighty is in these logs.';
    return { status: 'nothing-found', sentence, findings, notCovered: [SIGMA] };
  }
  const sentence = `${counted(rules, 'rule')} fired, ${counted(findings.length, 'time')}. First: ${findings[0]?.summary ?? ''}`;
  return { status: 'answered', sentence, findings, notCovered: [SIGMA] };
}

/** One finding for each parameter and what is said of it, and everybody who gave it. Of a call that failed nothing is said. */
function parameterFindings(grounds: Grounds): readonly Finding[] {
  const groups = new Map<string, { readonly parameter: WeightyParameter; readonly acts: [Act, ...Act[]] }>();
  for (const act of grounds.evidence.mail) {
    if (!act.isWeightyByParameter || act.row.outcome !== 'succeeded') continue;
    for (const parameter of act.facts.weighty) {
      const key = JSON.stringify([act.row.action, parameter.parameter, parameter.words, act.actorKey]);
      const known = groups.get(key);
      if (known === undefined) groups.set(key, { parameter, acts: [act] });
      else known.acts.push(act);
    }
  }
  return Array.from(groups.values(), ({ parameter, acts }) =>
    findingIn(acts, {
      kind: `${acts[0].row.action}.${parameter.parameter}`,
      weight: weightOf(acts[0], grounds),
      summary: () =>
        `${acts[0].row.action} with ${parameter.parameter} by ${whoIs(acts[0])}, ${when(acts)}${acts.length === 1 ? '' : `, ${acts.length} times`}: ${parameter.words}`,
      label: () =>
        rowLabel(
          `${acts[0].row.action} with ${parameter.parameter}${acts.length === 1 ? '' : `, ${acts.length} times`}`,
          acts,
          acts[0],
        ),
      actor: keyOrRole(acts[0]),
      entities: () => idsIn(acts),
    }),
  );
}
