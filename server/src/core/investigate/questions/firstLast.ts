import { type Answer, findingOf } from './answer';
import { type Grounds, keyOrRole } from './grounds';
import { idsIn } from './idsIn';
import { noMail } from './noMail';
import { phraseOf } from './phrase';
import { rowLabel } from './rowLabel';
import { counted, when, whoIs } from './told';

/** More nobody reads one by one; the first did most. */
const MOST_ACTORS = 50;

/** When those who did something weighty were seen first and last, in mail and around it. */
export function firstLast(grounds: Grounds): Answer {
  const { entities, mail } = grounds.evidence;
  if (mail.length === 0)
    return { status: 'cannot-tell', sentence: noMail(grounds.evidence), findings: [], notCovered: [] };
  const findings = grounds
    .weightyActors()
    .slice(0, MOST_ACTORS)
    .flatMap(({ weighty, all, critical }) => {
      const [first] = weighty;
      const last = weighty.at(-1) ?? first;
      // Whoever shares a key works elsewhere: only where something weighty was done from counts.
      const addresses = new Set(weighty.map(({ row }) => row.address));
      const there = all.filter(({ row }) => addresses.has(row.address));
      const [seenFirst, seenLast] = [there[0] ?? first, there.at(-1) ?? last];
      const began = phraseOf(first, entities);
      const done =
        first === last
          ? `${began}, ${when([first])}, and did nothing else weighty in these logs`
          : `${began} first, ${when([first])}, and last ${phraseOf(last, entities)}, ${when([last])}`;
      const found = findingOf(Array.from(new Set([seenFirst, first, last, seenLast])), () => ({
        kind: 'actor',
        weight: critical > 0 ? 'critical' : 'high',
        summary: `${whoIs(first)} ${done}; seen${placesText(addresses)} ${spanText(when([seenFirst]), when([seenLast]))}.`,
        label: rowLabel(`${first === last ? '' : 'first '}${began}; last seen ${when([seenLast])}`, [first], first),
        actor: keyOrRole(first),
        entities: idsIn(weighty),
      }));
      return found ?? [];
    });
  const actors = grounds.weightyActors().length;
  const [first] = findings;
  if (first === undefined) {
    const sentence = 'Nobody did anything weighty outside of a planned move.';
    return { status: 'nothing-found', sentence, findings: [], notCovered: [] };
  }
  const others = actors > 1 ? ` ${counted(actors - 1, 'other actor')} did something weighty, too.` : '';
  return { status: 'answered', sentence: `${first.summary}${others}`, findings, notCovered: [] };
}

/** Of one second it is told only once when it was. */
function spanText(from: string, to: string): string {
  return from === to ? 'then only' : `from ${from} to ${to}`;
}

/** `at 203.0.113.77`; empty where none is told. */
function placesText(addresses: ReadonlySet<string>): string {
  const [first = '', ...others] = Array.from(addresses).filter((address) => address !== '');
  if (first === '') return '';
  return others.length === 0
    ? ` at ${first}`
    : ` at ${first} and ${counted(others.length, 'other address', 'other addresses')}`;
}
