import type { EventFacts } from '../../server/src/core';

/** All that is told of an event, as plain data that can be compared; without what only columns tell records of own logs apart by. */
export const toldFacts = (facts: EventFacts): Readonly<Record<Exclude<keyof EventFacts, 'content'>, unknown>> => ({
  index: facts.index,
  start: facts.start,
  end: facts.end,
  service: facts.service,
  malformed: facts.malformed,
  eventID: facts.eventID,
  requestID: facts.requestID,
  eventName: facts.eventName,
  eventSource: facts.eventSource,
  eventTime: facts.eventTime,
  time: facts.time,
  outcome: facts.outcome,
  errorCode: facts.errorCode,
  errorMessage: facts.errorMessage,
  actor: toldActor(facts.actor),
  impersonator: facts.impersonator,
  sourceIPAddress: facts.sourceIPAddress,
  userAgent: facts.userAgent,
  awsRegion: facts.awsRegion,
  recipientAccountId: facts.recipientAccountId,
  endpoint: facts.endpoint,
  organizationId: facts.organizationId,
  targets: facts.targets,
  learned: facts.learned,
  readOnly: facts.readOnly,
  weight: facts.weight,
  weighty: facts.weighty,
  things: facts.things,
});

function toldActor(actor: EventFacts['actor']): Readonly<Record<keyof EventFacts['actor'], unknown>> {
  const { kind, name, key, credentials, accessKeyId, accountId, mfa, issuer } = actor;
  return { kind, name, key, credentials, accessKeyId, accountId, mfa, issuer };
}
