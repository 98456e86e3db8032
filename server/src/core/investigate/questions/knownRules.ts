import type { Act } from '../act';
import { type Answer, type Finding, findingIn, findingOf } from './answer';
import { sequenceFindings } from './attackOrder';
import { byWeight } from './callsFound';
import { deeds } from './deeds';
import { type Grounds, keyOrRole, weightOf } from './grounds';
import { idsIn } from './idsIn';
import { noMail } from './noMail';
import { rowLabel } from './rowLabel';
import { counted, when, whoIs } from './told';

const SIGMA = 'Rules in the form of Sigma are asked by the command sigma.';

/**
 * Which of the product's own rules fire: sequences of steps, by their names alone, since Order of steps tells the steps; and parameters
 * that make a call more than its name.
 */
export function knownRules(grounds: Grounds): Answer {
  if (grounds.evidence.mail.length === 0)
    return { status: 'cannot-tell', sentence: noMail(grounds.evidence), findings: [], notCovered: [SIGMA] };
  const [sequences, details] = [sequenceRules(grounds), detailRules(grounds)];
  const findings = [...sequences, ...details].sort(byWeight);
  if (findings.length === 0) {
    const sentence = 'No sequence and no parameter that this product knows as weighty is in these logs.';
    return { status: 'nothing-found', sentence, findings, notCovered: [SIGMA] };
  }
  const rules = [
    ...(sequences.length === 0 ? [] : [`${counted(kindsIn(sequences), 'rule')} on steps that follow each other`]),
    ...(details.length === 0 ? [] : [`${counted(kindsIn(details), 'rule')} on what single calls were told to do`]),
  ];
  const where = sequences.length === 0 ? '' : ' Order of steps tells the steps one by one.';
  const sentence = `Fired: ${rules.join(', and ')}.${where}`;
  return { status: 'answered', sentence, findings, notCovered: [SIGMA] };
}

function kindsIn(findings: readonly Finding[]): number {
  return new Set(findings.map(({ kind }) => kind)).size;
}

function sequenceRules(grounds: Grounds): readonly Finding[] {
  const titles = new Map(grounds.sequences().map(({ sequence }) => [sequence.id, sequence.title]));
  return sequenceFindings(grounds).map((finding) => {
    const { acts, kind } = finding;
    const title = titles.get(kind) ?? kind;
    return findingIn(acts, {
      ...finding,
      summary: `The rule “${title}” fired on ${counted(acts.length, 'event')}: ${whoIs(acts[0])}, ${when(acts)}.`,
      label: () => rowLabel(`rule: ${title}`, acts, acts[0]),
      parts: () => undefined,
    });
  });
}

/** Of calls that somebody made, what makes them more than their name says, and by which parameters that is told. */
interface Detail {
  readonly words: string;
  readonly parameters: Set<string>;
  readonly acts: Set<Act>;
}

/** One finding for each thing that is said of calls of one action, and everybody who made them. Of a call that failed nothing is said. */
function detailRules(grounds: Grounds): readonly Finding[] {
  const details = new Map<string, Detail>();
  for (const act of grounds.evidence.mail) {
    if (!act.isWeightyByParameter || act.row.outcome !== 'succeeded') continue;
    for (const { parameter, words } of act.facts.weighty) {
      const key = JSON.stringify([act.row.action, words, act.actorKey]);
      const known = details.get(key);
      if (known === undefined) details.set(key, { words, parameters: new Set([parameter]), acts: new Set([act]) });
      else {
        known.parameters.add(parameter);
        known.acts.add(act);
      }
    }
  }
  return Array.from(details.values()).flatMap((detail) => findingOfDetail(detail, grounds) ?? []);
}

function findingOfDetail({ words, parameters, acts }: Detail, grounds: Grounds): Finding | undefined {
  const { entities } = grounds.evidence;
  const [parameter = ''] = parameters;
  return findingOf(Array.from(acts), (all) => ({
    kind: `${all[0].row.action}.${parameter}`,
    weight: weightOf(all[0], grounds),
    summary: () =>
      `${whoIs(all[0])} ${deeds(all, entities)}, ${when(all)}. ${words} That is told by ${Array.from(parameters).join(' and ')}.`,
    label: () => rowLabel(words.replace(/[.:] .*|\.$/, ''), all, all[0]),
    actor: keyOrRole(all[0]),
    entities: () => idsIn(all),
  }));
}
