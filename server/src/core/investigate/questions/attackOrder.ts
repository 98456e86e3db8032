import type { SequenceHit } from '../sequences/sequenceHit';
import type { Answer, Finding } from './answer';
import { byWeight } from './callsFound';
import { type Grounds, keyOrRole } from './grounds';
import { noMail } from './noMail';
import { rowLabel } from './rowLabel';
import { counted } from './told';

/** Sequences of steps that belong together, each as a finding. One whose steps all belong to a move, or put things right, is daily work. */
export function attackOrder(grounds: Grounds): Answer {
  if (grounds.evidence.mail.length === 0)
    return { status: 'cannot-tell', sentence: noMail(grounds.evidence), findings: [], notCovered: [] };
  const findings = sequenceFindings(grounds);
  const [first] = findings;
  if (first === undefined) {
    const sentence = 'No steps that are known to belong together follow each other in these logs.';
    return { status: 'nothing-found', sentence, findings: [], notCovered: [] };
  }
  const more = findings.length > 1 ? ` ${counted(findings.length - 1, 'other sequence')} found.` : '';
  return { status: 'answered', sentence: `${first.summary}${more}`, findings, notCovered: [] };
}

/** The weightiest first. */
export function sequenceFindings(grounds: Grounds): readonly Finding[] {
  return grounds
    .sequences()
    .map((hit) => findingOfHit(hit, grounds))
    .sort(byWeight);
}

function findingOfHit({ sequence, weight, sentence, acts, entities }: SequenceHit, grounds: Grounds): Finding {
  const isDailyWork = acts.every((act) => grounds.isMove(act) || grounds.restores(act));
  return {
    kind: sequence.id,
    weight: isDailyWork ? 'low' : weight,
    summary: sentence,
    label: rowLabel(sequence.title, acts, acts[0]),
    actor: keyOrRole(acts[0]),
    entities,
    acts,
  };
}
