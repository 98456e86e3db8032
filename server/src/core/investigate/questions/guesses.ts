import type { OwnRecord } from '../own/ownEvidence';
import { CLOCKS } from '../own/readDoors';
import { textsOf } from '../own/readingTold';
import { recordsBy, recordsTold } from '../own/recordsTold';
import type { Finding } from './answer';
import { few } from './phrase';
import { GUESSES, HOUR, nameTried } from './signInTried';
import { counted, when } from './told';

/** So many names tried from one address are no person. */
const SPRAYED = 5;

/** Failures from one address, up to the first sign-in from there that worked and behind it. @param records of this address, the earliest first */
export function guessesFrom(address: string, records: readonly OwnRecord[]): readonly Finding[] {
  const failed = records.filter(({ allowed }) => allowed === false);
  const success = records.find(({ allowed }) => allowed === true);
  const before = success === undefined ? failed : failed.filter(({ time }) => time <= success.time + CLOCKS);
  const recent = before.filter(({ time }) => success === undefined || time >= success.time - HOUR);
  const names = namesOf(before);
  const isGuessing = before.length >= GUESSES || names.length > 1;
  if (success !== undefined && isGuessing && recent.length > 0) {
    const others = othersIn(records, success);
    return recordsTold([...before, success, ...others], {
      kind: 'guessed',
      weight: 'high',
      what: `${triedFrom(address, before)}, then a sign-in ${nameTried(success) === '' ? '' : `as ${nameTried(success)} `}that worked`,
      more: [
        ...(others.length === 0
          ? []
          : [`then sign-ins that worked as ${few(namesOf(others))}, whose names failed from there, too`]),
        `over ${success.text('protocol') || 'a protocol that is not told'}`,
        tried(names),
      ],
      entities: [address, ...textsOf([success, ...others].map((each) => each.text('user')))],
    });
  }
  return [
    ...inVain(address, before, success === undefined ? [] : [success]),
    ...(success === undefined ? [] : inVain(address, sprayedBehind(records, success), [])),
  ];
}

/** @param later a sign-in from there that worked, so long after that it is not told as what came of it */
function inVain(address: string, tries: readonly OwnRecord[], later: readonly OwnRecord[]): readonly Finding[] {
  const names = namesOf(tries);
  const isSprayed = names.length >= SPRAYED;
  // From an office somebody mistypes a password every day.
  if (!isSprayed && tries.length < GUESSES) return [];
  const [worked] = later;
  return recordsTold(tries, {
    kind: isSprayed ? 'sprayed' : 'guessing',
    weight: isSprayed ? 'medium' : 'low',
    what: `${triedFrom(address, tries)}, none of which worked`,
    more: [
      ...(worked === undefined
        ? []
        : [
            `a sign-in from there${nameTried(worked) === '' ? '' : ` as ${nameTried(worked)}`} worked later, ${when([worked.act])}`,
          ]),
      tried(names),
    ],
    entities: [address],
  });
}

/** The first sign-ins of others behind one that was guessed, where their names had failed from there before. */
function othersIn(records: readonly OwnRecord[], success: OwnRecord): readonly OwnRecord[] {
  const failed = new Set<string>();
  const told = new Set([nameTried(success).toLowerCase()]);
  return records.filter((record) => {
    const name = nameTried(record).toLowerCase();
    if (record.allowed === false && name !== '') failed.add(name);
    if (record.allowed !== true || !failed.has(name) || told.has(name)) return false;
    told.add(name);
    return true;
  });
}

/** Where somebody signed in before, names that never did are told alone, and where many were tried within an hour: others mistype there every day. */
function sprayedBehind(records: readonly OwnRecord[], success: OwnRecord): readonly OwnRecord[] {
  const atHome = new Set(
    records.filter(({ allowed }) => allowed === true).map((each) => nameTried(each).toLowerCase()),
  );
  const behind = records.filter(
    (record) =>
      record.allowed === false && record.time > success.time + CLOCKS && !atHome.has(nameTried(record).toLowerCase()),
  );
  let first = 0;
  const isSprayed = behind.some(({ time }, at) => {
    while ((behind[first]?.time ?? time) < time - HOUR) first++;
    return namesOf(behind.slice(Math.max(first, at + 1 - 4 * SPRAYED), at + 1)).length >= SPRAYED;
  });
  return isSprayed ? behind : [];
}

function triedFrom(address: string, tries: readonly OwnRecord[]): string {
  const names = namesOf(tries);
  const whom = names.length === 0 ? '' : ` for ${counted(names.length, 'name')}`;
  return `${counted(tries.length, 'failed sign-in')}${whom} from ${address}`;
}

/** Each once. The same name may be written in letters of any case. */
export function namesOf(records: readonly OwnRecord[]): readonly string[] {
  return textsOf(
    Array.from(recordsBy(records, (each) => nameTried(each).toLowerCase()).values(), ([first]) => nameTried(first)),
  );
}

/** `tried: ann, ben`; says so where no name is told. */
export function tried(names: readonly string[]): string {
  return names.length === 0 ? 'who was tried is not told' : `tried: ${few(names)}`;
}
