import type { OwnRecord, PartOf } from '../own/ownEvidence';
import { type RoleTaken, roleTakenBefore } from '../own/roleTaken';
import type { Grounds } from '../questions/grounds';
import type { Strength } from './accessLink';
import { listsBy } from './listsBy';
import { leftSoonAfter } from './mailSent';
import { takersTold } from './roleReads';
import type { SentMessage } from './sentMessages';
import type { Trails } from './trails';

/** What was handed in out of one mailbox, after the role was taken by the same. */
export interface SentPart {
  readonly owner: string;
  readonly records: readonly OwnRecord[];
  readonly taken: RoleTaken;
}

export function sentParts(
  role: string,
  organization: string,
  sent: readonly OwnRecord[],
  grounds: Grounds,
  partOf: PartOf,
): readonly SentPart[] {
  const part = partOf(role, organization) ?? (() => '');
  const parts = listsBy(sent, (record) => `${record.text('owner')}\u0000${part(record.time)}`);
  return Array.from(parts.values(), (records) => ({
    owner: records[0].text('owner'),
    records,
    taken: roleTakenBefore(role, organization, timesOf(records), grounds),
  }));
}

/** With the messages that left soon after, each with what stands nearest before it. */
export function messagesAfter(
  told: readonly SentPart[],
  trails: Trails,
): readonly (SentPart & { readonly messages: readonly SentMessage[] })[] {
  const met = new Set<SentMessage>();
  return told.map((each) => {
    const addresses = trails.addressesOf(each.owner);
    const open = trails.messagesOf(addresses).filter((message) => !met.has(message));
    const messages = leftSoonAfter(each.records, open, ({ from }) => addresses.has(from));
    for (const message of messages) met.add(message);
    return { ...each, messages };
  });
}

export function sentBy(
  [strength, why]: readonly [Strength, string],
  taken: RoleTaken,
  hasTakers: boolean,
): [Strength, string] {
  return [strength, `${why}${hasTakers ? `, ${takersTold(taken)}` : ''}`];
}

export function timesOf(records: readonly OwnRecord[]): readonly number[] {
  return records.map(({ time }) => time).filter((time) => !Number.isNaN(time));
}
