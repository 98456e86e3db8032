import { type Answer, findingOf } from './answer';
import type { Grounds } from './grounds';
import { rowLabel } from './rowLabel';
import { counted } from './told';

/** Records that nobody can read as they are: a damage is a sign of editing, or of a download that broke off. */
const MOST = 1000;

/** What speaks against records being as CloudTrail wrote them. That nothing does proves nothing. */
export function logUnedited({ evidence }: Grounds): Answer {
  const { reach, acts } = evidence;
  const broken = acts.filter(({ facts }) => facts.malformed !== null);
  const found = findingOf(broken.slice(0, MOST), (acts) => ({
    kind: 'damage',
    weight: 'medium',
    summary: `${counted(broken.length, 'event')} that ${broken.length === 1 ? 'has' : 'have'} to do with mail ${broken.length === 1 ? 'is' : 'are'} broken, or not as CloudTrail writes events: see what check says of them.`,
    label: rowLabel(`${counted(broken.length, 'broken event')}`, acts),
    entities: [],
  }));
  const findings = found === undefined ? [] : [found];
  const others = reach.malformed - broken.length;
  const more =
    others > 0 ? ` ${counted(others, 'event')} of other services ${others === 1 ? 'is' : 'are'} broken, too.` : '';
  const sentence =
    findings.length === 0
      ? `No record that has to do with mail is damaged.${more} That nothing was edited, only the digest files of the trail can prove.`
      : `${found?.summary ?? ''}${more} Whether it was edited, only the digest files of the trail can prove.`;
  return { status: findings.length === 0 ? 'cannot-tell' : 'answered', sentence, findings, notCovered: [] };
}
