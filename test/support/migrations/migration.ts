import { SeededNumbers } from '../seededNumbers';
import { companyOf, DAY } from './company';
import { type Fields, MigrationLog } from './migrationLog';
import { moverKinds, tellMove } from './movers';
import { staffOf, tellOrdinary } from './ordinary';
import { tellTheft } from './thefts';

/** The log of a move, and which of its events a thief made. */
export interface Migration {
  readonly events: readonly Fields[];
  /** The eventIDs of the theft; empty where there is none. */
  readonly theft: ReadonlySet<string>;
  /** What was told, for whoever looks into a failure. */
  readonly about: string;
}

/** The same seed gives the same log. Its events are in no order. */
export function migrationOf(seed: number, hasTheft: boolean): Migration {
  const seeded = new SeededNumbers(seed);
  const company = companyOf(seeded);
  const log = new MigrationLog(seeded, company.account, company.region);
  const staff = staffOf(seeded, company);
  const kind = seeded.one(moverKinds);
  const move = tellMove({ log, seeded, company, operators: staff.admins }, kind);
  tellOrdinary({ log, seeded, company, staff }, Math.min(60, Math.ceil((move.to - company.start) / DAY) + 8));
  const size = company.organizations.reduce((sum, { mailboxes }) => sum + mailboxes.length, 0);
  const theft = hasTheft ? tellTheft({ log, seeded, company, staff, move }) : 'no theft';
  const shuffled = log.events
    .map((event) => ({ event, rank: seeded.share() }))
    .sort((one, other) => one.rank - other.rank);
  return {
    events: shuffled.map(({ event }) => event),
    theft: log.theft,
    about: `${seed}: ${kind}, ${size} mailboxes, ${theft}`,
  };
}
