import type { AddedNames } from './addedNames';
import { addCounts, type LogCounts, noCounts } from './counts';
import { entityBehind } from './entities';
import { type Findings, findingsOf } from './findings';
import { differentAccounts, differentTexts, type EventsByKey, ended, periodOf } from './groupBy';
import type { EventInLog } from './order';
import { entryOf, type ReportSource } from './report/page';
import type { Summary } from './summary';
import { isoSecond } from './utcText';

/** How often, and when first and last, in UTC; null where no time can be read. */
export interface Tally {
  readonly events: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly unknown: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** Where an event stands: position of its log among the sources, and of its record in the log, both zero based. */
export interface DataPlace {
  readonly source: number;
  readonly index: number;
}

/** The summary as JSON, for programs: the same numbers that the report tells. Times are ISO 8601 in UTC. */
export interface SummaryData {
  readonly sources: readonly (ReportSource & { readonly counts: LogCounts })[];
  readonly records: LogCounts;
  readonly malformed: { readonly syntax: number; readonly schema: number };
  /** Of all records, other services included. */
  readonly period: { readonly first: string | null; readonly last: string | null };
  /** WorkMail and Message Flow events, each once; `repeats` is how many records only repeat one of them. */
  readonly events: Tally & { readonly repeats: number; readonly untimed: number };
  readonly timeline: {
    readonly minutes: number;
    readonly bars: readonly (Pick<Tally, 'events' | 'succeeded' | 'failed' | 'unknown'> & { readonly from: string })[];
  };
  readonly actions: readonly (Tally & {
    readonly action: string;
    readonly weight: string | null;
    readonly access: string | null;
  })[];
  readonly actors: readonly (Tally & {
    readonly kind: string;
    readonly name: string;
    readonly key: string;
    readonly accountIds: readonly string[];
    readonly accessKeyIds: readonly string[];
    readonly credentials: readonly string[];
    readonly mfa: { readonly yes: number; readonly no: number; readonly notRecorded: number };
  })[];
  readonly sourceIPAddresses: readonly (Tally & { readonly sourceIPAddress: string })[];
  readonly userAgents: readonly (Tally & { readonly userAgent: string })[];
  readonly targets: readonly (Tally & {
    readonly kind: string;
    readonly id: string;
    readonly names: readonly string[];
    readonly addresses: readonly string[];
  })[];
  readonly failures: readonly (Tally & { readonly errorCode: string; readonly actions: readonly string[] })[];
  readonly notable: readonly (DataPlace & {
    readonly weight: string | null;
    readonly action: string;
    readonly eventTime: string;
    readonly eventID: string;
    readonly actor: string;
    readonly outcome: string;
    readonly errorCode: string;
    /** What its parameters say that weighs most. */
    readonly parameters: readonly { readonly parameter: string; readonly words: string }[];
  })[];
  readonly otherServices: readonly {
    readonly eventSource: string;
    readonly records: number;
    readonly malformed: number;
  }[];
}

/** A summary as plain data for programs: numbers and texts as the log has them, in a fixed order of keys and rows. */
export function summaryData(summary: Summary, sources: readonly ReportSource[], added?: AddedNames): SummaryData {
  const findings = findingsOf(summary, added);
  const { first, last } = summary.reach;
  return {
    sources: sources.map(({ label, form }, log) => ({ label, form, counts: summary.logs.get(log) ?? noCounts })),
    records: Array.from(summary.logs.values()).reduce(addCounts, noCounts),
    malformed: { syntax: summary.malformed.syntax, schema: summary.malformed.schema },
    period: { first: timeText(first), last: timeText(last) },
    events: { ...tally(findings.events), repeats: findings.repeats, untimed: findings.timeline.untimed.length },
    timeline: timelineData(findings),
    actions: findings.actions.map(({ key, events }) => ({ action: key, ...actionWords(events), ...tally(events) })),
    actors: findings.actors.flatMap(({ actors }) => actors.map(actorData)),
    sourceIPAddresses: findings.addresses.map(({ key, events }) => ({ sourceIPAddress: key, ...tally(events) })),
    userAgents: findings.userAgents.map(({ key, events }) => ({ userAgent: key, ...tally(events) })),
    targets: findings.targets.flatMap(({ kind, targets }) =>
      targets.map(({ key, events }) => {
        const { names = [], addresses = [] } = entityBehind(findings.entities, key, events) ?? {};
        return { kind, id: key, names, addresses, ...tally(events) };
      }),
    ),
    failures: findings.failures.map(({ key, events }) => ({
      errorCode: key,
      actions: differentTexts(events.map(({ facts }) => facts.eventName)),
      ...tally(events),
    })),
    notable: findings.notable.map(notableData),
    otherServices: Array.from(summary.others, ([eventSource, counts]) => ({ eventSource, ...counts })).sort(
      (left, right) => right.records - left.records || (left.eventSource < right.eventSource ? -1 : 1),
    ),
  };
}

function tally(events: readonly EventInLog[]): Tally {
  const period = periodOf(events);
  return { ...outcomes(events), first: timeText(period?.first), last: timeText(period?.last) };
}

function outcomes(events: readonly EventInLog[]): Pick<Tally, 'events' | 'succeeded' | 'failed' | 'unknown'> {
  const count = (outcome: 'succeeded' | 'failed' | 'unknown'): number => ended(events, outcome).length;
  return { events: events.length, succeeded: count('succeeded'), failed: count('failed'), unknown: count('unknown') };
}

function timelineData({ timeline }: Findings): SummaryData['timeline'] {
  const bars = timeline.bars.map(({ from, events }) => ({ from: isoSecond(from), ...outcomes(events) }));
  return { minutes: timeline.size / 60_000, bars };
}

function actionWords([first]: readonly EventInLog[]): {
  readonly weight: string | null;
  readonly access: string | null;
} {
  const entry = first && entryOf(first);
  return { weight: entry?.weight ?? null, access: entry?.access ?? null };
}

function actorData({ key, events }: EventsByKey): SummaryData['actors'][number] {
  const actors = events.map(({ facts }) => facts.actor);
  const recorded = (mfa: boolean | undefined): number => actors.filter((actor) => actor.mfa === mfa).length;
  return {
    kind: actors[0]?.kind ?? 'unknown',
    name: actors[0]?.name ?? '',
    key,
    accountIds: differentAccounts(actors.map(({ accountId }) => accountId)),
    accessKeyIds: differentTexts(actors.map(({ accessKeyId }) => accessKeyId)),
    credentials: differentTexts(actors.map(({ credentials }) => credentials)),
    mfa: { yes: recorded(true), no: recorded(false), notRecorded: recorded(undefined) },
    ...tally(events),
  };
}

function notableData({ log, facts }: EventInLog): SummaryData['notable'][number] {
  return {
    source: log,
    index: facts.index,
    weight: facts.weight ?? null,
    action: facts.eventName,
    eventTime: facts.eventTime,
    eventID: facts.eventID,
    actor: facts.actor.name,
    outcome: facts.outcome,
    errorCode: facts.errorCode,
    parameters: facts.weighty,
  };
}

function timeText(time: number | undefined): string | null {
  return time === undefined ? null : isoSecond(time);
}
