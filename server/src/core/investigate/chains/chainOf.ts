import { everything } from '../../query/question';
import type { Act } from '../act';
import type { Evidence } from '../evidence';
import type { OwnRecord } from '../own/ownEvidence';
import { ownNamer } from '../own/ownNames';
import { groundsOf } from '../questions/groundsOf';
import { accessLinks, readElsewhere } from './accessLinks';
import { has, isSame } from './asked';
import { credentialLinks } from './credentialLinks';
import { exportLinks } from './exportLinks';
import { impersonationLinks } from './impersonationLinks';
import { keyLinks } from './keyLinks';
import type { Chain, Link } from './link';
import { recordLinks } from './recordLinks';
import { recordWords } from './recordWords';
import { told } from './words';

/** What a chain is asked of. */
export type ChainAsked = { readonly eventID: string } | { readonly accessKey: string } | EventAt;

/** Where an event or a record stands, as links and answers tell it: `EventPlace` without the eventID. */
export interface EventAt {
  readonly file: string;
  readonly index: number;
}

/** Of what a key gave out, so many events are told. */
const MOST_GIVEN = 50;
const KEY = /^A[KS]IA/;

/** The chain of an event, a key, or a record of WorkMail's own logs; undefined where these logs do not know it. */
export function chainOf(asked: ChainAsked, evidence: Evidence): Chain | undefined {
  if ('accessKey' in asked) return chainOfKey(asked.accessKey, evidence);
  if ('eventID' in asked) {
    const [act] = evidence.find(has('event', asked.eventID), 1);
    return act && chainOfEvent(act, act.row.eventID, evidence);
  }
  const { file, index } = asked;
  const of = `${file}#${index}`;
  const record = evidence.own().recordAt(file, index);
  if (record !== undefined) return chainOfRecord(record, of, evidence);
  const [act] = evidence.find(everything, 1, ({ row }) => row.index === index && row.file === file);
  return act && chainOfEvent(act, of, evidence);
}

function chainOfRecord(record: OwnRecord, of: string, evidence: Evidence): Chain {
  const { before, around } = recordLinks(record, groundsOf(evidence));
  return {
    of,
    links: [{ kind: 'event', sentence: `${recordWords(record, ownNamer(evidence))}.`, act: record.act }, ...before],
    around,
  };
}

function chainOfEvent(act: Act, of: string, evidence: Evidence): Chain {
  return {
    of,
    links: [{ kind: 'event', sentence: `${told(act)}.`, act }, ...credentialLinks(act, evidence)],
    around: [
      ...exportLinks(act, evidence),
      ...impersonationLinks(act, evidence),
      ...accessLinks((each) => isSame(each, act), evidence),
      ...readElsewhere(act, evidence),
      ...givenBy(act, evidence),
    ],
  };
}

function chainOfKey(accessKey: string, evidence: Evidence): Chain | undefined {
  const [used] = evidence.find(has('key', accessKey), 1);
  if (used === undefined) return chainOfUnusedKey(accessKey, evidence);
  const key = used.row.accessKey;
  const gave = evidence.acts.filter(({ row }) => row.accessKey === key && row.made.some((text) => KEY.test(text)));
  return {
    of: key,
    links: [
      { kind: 'event', sentence: `First signed with it: ${told(used)}.`, act: used },
      ...credentialLinks(used, evidence),
    ],
    around: [
      ...gave
        .slice(0, MOST_GIVEN)
        .map((act): Link => ({ kind: 'gave-on', sentence: `With it credentials were given out: ${told(act)}.`, act })),
      ...accessLinks(({ row }) => row.accessKey === key, evidence),
    ],
  };
}

function chainOfUnusedKey(accessKey: string, evidence: Evidence): Chain | undefined {
  const [named] = evidence.find(has('names', accessKey), 1);
  if (named === undefined) return undefined;
  const { links, next } = keyLinks(accessKey, undefined, evidence, () => false);
  const sentence = 'No event of these logs was signed with it.';
  return {
    of: accessKey,
    links: [{ kind: 'key', sentence }, ...links, ...(next === undefined ? [] : credentialLinks(next, evidence))],
    around: [{ kind: 'event', sentence: `First named in ${told(named)}.`, act: named }],
  };
}

/** What was done first with keys that an event gave out. */
function givenBy({ row }: Act, evidence: Evidence): readonly Link[] {
  return row.made
    .filter((text) => KEY.test(text))
    .map((key): Link => {
      const [first] = evidence.find(has('key', key), 1);
      if (first === undefined)
        return { kind: 'gave-on', sentence: `It gave out ${key}, and no event of these logs was signed with that.` };
      return { kind: 'gave-on', sentence: `It gave out ${key}, first used for ${told(first)}.`, act: first };
    });
}
