import { callsAbout } from '../../../generated/callsAbout';
import { isMailCall } from '../../record';
import { accesses } from '../access/accesses';
import type { Access } from '../access/accessLink';
import { missingReading } from '../access/missingLinks';
import { useAfter } from '../access/useAsked';
import type { Act } from '../act';
import type { Evidence } from '../evidence';
import { groundsOf } from '../questions/groundsOf';
import type { Link } from './link';

/** More rights that one key gave or took nobody reads one by one. */
const MOST = 20;

/** What was done with the rights that some calls gave or took, as WorkMail's own logs tell it beside CloudTrail; none where these are not here. */
export function accessLinks(isMeant: (act: Act) => boolean, evidence: Evidence): readonly Link[] {
  return accesses(groundsOf(evidence), useAfter(isMeant))
    .filter(({ links }) => links.some(({ acts }) => acts.some(isMeant)))
    .slice(0, MOST)
    .flatMap(linksOf);
}

/** Links of an access as those of a chain. */
export function linksOf({ who, links }: Pick<Access, 'who' | 'links'>): readonly Link[] {
  return links.map(({ step, sentence, strength, acts: [act, ...others], missing }): Link => {
    const told = `${who}: ${sentence}.`;
    return {
      kind: step,
      sentence: told,
      ...(strength !== undefined && { strength }),
      ...(act !== undefined && { act }),
      ...(others.length > 0 && { others }),
      ...(missing !== undefined && { missing }),
    };
  });
}

/** Which log tells what was read with a right, where it is not here; none of calls that let nobody into mailboxes. */
export function readElsewhere({ call, facts }: Act, evidence: Evidence): readonly Link[] {
  if (!callsAbout().letsIn.includes(call.action) || !isMailCall(facts.service) || facts.outcome === 'failed') return [];
  return missingReading(evidence).map(({ step, missing = '' }) => ({
    kind: step,
    sentence: 'What was read with it is not in these logs.',
    missing,
  }));
}
