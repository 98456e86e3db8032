import type { EventRecord } from '../record';
import { type Call, callOf } from './call';
import { type Contents, contentsOf, readContents } from './contents';
import { type Doer, doerCalled } from './doer';
import { type EventRow, eventRow } from './eventRow';
import { factsOf, outcomeOfRecord } from './facts';
import type { EventInLog } from './order';
import type { WantedTexts } from './wantedTexts';

/** One event of any service, as questions, states, chains and sequences see it: with all that its row keeps. */
export interface Act extends EventInLog {
  readonly row: EventRow;
  /** In milliseconds since 1970; one that can't be read comes after all others. */
  readonly time: number;
  readonly call: Call;
  readonly doer: Doer;
  /** As `facts.actor` has it: the same for the same identity in every record. */
  readonly actorKey: string;
  /** A service of AWS acted on its own account. */
  readonly isByService: boolean;
  /** A parameter weighs more than the name of the call: see `facts.weighty`. */
  readonly isWeightyByParameter: boolean;
  /** Of a call of WorkMail that happened, where it changed or told something; of all others both parts are null. */
  readonly contents: Contents;
  /** Whether `row.named` has one of some texts. */
  readonly namesSome: (wanted: WantedTexts) => boolean;
}

/** What is said of an act where it is told of. */
export interface EventPlace {
  /** The log, as its row has it. */
  readonly file: string;
  /** Position among the records of the log. */
  readonly index: number;
  readonly eventID: string;
}

export function placeOfAct({ row }: Act): EventPlace {
  const { file, index, eventID } = row;
  return { file, index, eventID };
}

/**
 * The act that a record tells of.
 *
 * @param log position of its log among those that are looked at together
 * @param file the name of the log
 */
export function actOf(record: EventRecord, log: number, file: string): Act {
  const contents = readContents(contentsOf(record, outcomeOfRecord(record)));
  const facts = factsOf(record);
  const { key, kind } = facts.actor;
  const row = eventRow(record, file);
  const { actorKind, sessionIssuer, sessionName } = row;
  const session = { type: actorKind, issuer: sessionIssuer, name: sessionName };
  const doer = doerCalled(key, kind === 'aws-service' ? undefined : session);
  return {
    log,
    time: facts.time ?? Number.POSITIVE_INFINITY,
    facts,
    row,
    call: callOf(row.source, row.action, row.errorCode),
    doer,
    actorKey: doer.key,
    isByService: doer.isService,
    isWeightyByParameter: facts.weighty.length > 0,
    contents,
    namesSome: (wanted) => row.named.some((text) => wanted.has(text)),
  };
}
