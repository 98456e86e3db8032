import type { AddedNames } from '../investigate/addedNames';
import { givingOut, takenAround } from '../investigate/aroundMail';
import { asHappened } from '../investigate/asHappened';
import { entitiesOf } from '../investigate/entities';
import type { Evidence, Loss } from '../investigate/evidence';
import { isWitness, requestKey } from '../investigate/sameCall';
import { once } from '../once';
import { isMailCall } from '../record';
import { actsElsewhere } from './actsElsewhere';
import { columns, identityTexts } from './columns';
import { earliestActs } from './earliestActs';
import { seenSince, seenWith } from './firstSeen';
import { ownEvidenceOf } from './own/ownEvidenceOf';
import { withoutOwn } from './ownSpeaking';
import { Picker } from './picker';
import { portraitsOf } from './portraits';
import { reachOf } from './reachOf';
import { serviceNumberIn } from './rowState';
import { actAt, placelessRow, type SpeakingRows } from './speakingRows';
import type { StoredAct } from './storedAct';
import type { TextTable } from './texts';
import { unlikeRecords } from './unlikeRecords';

const ARN = identityTexts.indexOf('arn');

/** What evidence is gathered from. */
export interface Gathered {
  readonly rows: readonly SpeakingRows[];
  /** Those that only repeat an event that one of `rows` speaks for. */
  readonly repeats: readonly SpeakingRows[];
  /** How many logs there are. */
  readonly logs: number;
  readonly losses: readonly Loss[];
  readonly added: AddedNames;
  /** A number that nobody who writes logs can know. */
  readonly seed: number;
}

/** Chains of roles are rarely longer than three, and a made-up log could have one without end. */
const MOST_ROUNDS = 16;

/** Gathers the evidence of some logs. Yields between chunks. */
export function* gatherEvidence({ logs, losses, added, seed, ...all }: Gathered): Generator<void, Evidence> {
  const rows = withoutOwn(all.rows);
  const repeats = withoutOwn(all.repeats);
  const mail: StoredAct[] = [];
  const around: StoredAct[] = [];
  const taken = new Picker(takenAround(), placelessRow);
  for (const each of rows) {
    const isMail = mailIn(each);
    for (const row of isMail) mail.push(actAt(each, row));
    const others = without(each.rows, isMail);
    for (const row of taken.answering(each.chunk, others)) around.push(actAt(each, row));
    yield;
  }
  const calls = withoutWitnesses(mail);
  const given = yield* givingActs(rows, [...calls, ...around]);
  const known = new Set(around.map(({ row }) => row.eventID));
  const acts = asHappened([
    ...calls,
    ...around,
    ...given.filter(({ row }) => row.eventID === '' || !known.has(row.eventID)),
  ]);
  const mailActs = acts.filter(({ facts }) => isMailCall(facts.service));
  return {
    acts,
    mail: mailActs,
    entities: entitiesOf(mailActs, added),
    reach: reachOf(rows, { logs, losses }),
    seenSince: (until) => seenSince(rows, until, seed),
    seenWith: (principals) => seenWith(rows, principals, seed),
    portraits: (actors, most) => portraitsOf(rows, actors, most),
    elsewhere: (asked, most) => actsElsewhere(rows, asked, most),
    own: once(() => ownEvidenceOf(all.rows, seed, all.repeats)),
    unlike: (most) => unlikeRecords([...rows, ...repeats], most),
    find: (question, most, isAsked) => earliestActs(rows, question, most, isAsked),
  };
}

/** Rows of WorkMail and its Message Flow. */
function mailIn({ chunk, rows }: SpeakingRows): Uint32Array {
  const states = chunk.column(columns.state);
  return rows.filter((row) => serviceNumberIn(states[row] ?? 0) !== 0);
}

/** @param some of the rows, in the same order */
function without(rows: Uint32Array, some: Uint32Array): Uint32Array {
  if (some.length === 0) return rows;
  let next = 0;
  return rows.filter((row) => {
    if (some[next] !== row) return true;
    next++;
    return false;
  });
}

/** What a VPC endpoint saw of a call that is here is no call of its own. */
function withoutWitnesses(acts: readonly StoredAct[]): readonly StoredAct[] {
  const witnesses = acts.filter(({ facts }) => isWitness(facts));
  if (witnesses.length === 0) return acts;
  const calls = new Set(acts.flatMap(({ facts }) => (isWitness(facts) ? [] : (requestKey(facts) ?? []))));
  return acts.filter(({ facts }) => !isWitness(facts) || !calls.has(requestKey(facts) ?? ''));
}

/** The acts that gave out what somebody of these acted with, and those that gave out what was used for that, and so on. */
function* givingActs(rows: readonly SpeakingRows[], acts: readonly StoredAct[]): Generator<void, readonly StoredAct[]> {
  const picker = new Picker(givingOut(), placelessRow);
  const candidates = rows.flatMap((each) => {
    const picked = picker.answering(each.chunk, each.rows);
    return picked.length === 0 ? [] : [{ ...each, rows: picked }];
  });
  const found: StoredAct[] = [];
  const credentials = new Credentials();
  let wanted = credentials.newIn(acts);
  for (let round = 0; round < MOST_ROUNDS && wanted.length > 0 && candidates.length > 0; round++) {
    const next: StoredAct[] = [];
    const numbers = new Map<object, ReadonlySet<number>>();
    for (const each of candidates) {
      const { particulars } = each.chunk;
      const { texts } = particulars;
      const asked = numbers.get(texts) ?? new Set(wanted.flatMap((text) => texts.numbersLike(text.toLowerCase())));
      numbers.set(texts, asked);
      if (asked.size === 0) continue;
      for (const row of each.rows) {
        if (particulars.hasMade(row, (number) => asked.has(number))) next.push(actAt(each, row));
      }
      yield;
    }
    for (const act of next) found.push(act);
    wanted = credentials.newIn(next);
  }
  return Array.from(new Map(found.map((act) => [`${act.log} ${act.row.index}`, act])).values());
}

/** Access keys and ARNs that acts were made with, each asked for once. */
class Credentials {
  readonly #known = new Set<string>(['']);
  /** By number of a text: 1 for those that were met. */
  readonly #met = new Map<TextTable, Uint8Array>();

  /** Those that nobody has asked for yet. */
  newIn(acts: readonly StoredAct[]): readonly string[] {
    const fresh: string[] = [];
    for (const { chunk, at, row } of acts) {
      const { texts, identities } = chunk.tables;
      const met = this.#met.get(texts) ?? new Uint8Array(texts.size);
      this.#met.set(texts, met);
      const key = chunk.number(at, columns.accessKey);
      const arn = row.actorKind === 'AssumedRole' ? identities.at(chunk.number(at, columns.identity), ARN) : 0;
      for (const number of [key, arn]) {
        if (met[number] === 1) continue;
        met[number] = 1;
        const text = texts.textOf(number);
        if (this.#known.has(text)) continue;
        this.#known.add(text);
        fresh.push(text);
      }
    }
    return fresh;
  }
}
