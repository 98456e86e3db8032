/** The story of the readers: what CloudTrail and WorkMail's own logs have of one night together, and who in truth read what. */
import { calls } from './calls.mjs';
import {
  auditLogs,
  messageInTransit,
  organizationArn,
  organizationId,
  roleId,
  stolenKey,
  stopped,
  thinned,
  tokenId,
} from './cast.mjs';
import { guessing, impersonating, ordinaryDay, sendingAs } from './deeds.mjs';
import { filterLogEvents, flowEvent, mailEvents } from './mailEvents.mjs';
import { ownLogs } from './ownLogs.mjs';

/** The files of samples/readers, and the table that answers can be held against. */
export function readers() {
  const logs = ownLogs();
  const ordinary = ordinaryDay(logs);
  const guessed = guessing(logs);
  const { sent, forwarded } = sendingAs(logs);
  const impersonated = impersonating(logs);
  const audit = logs.files();
  const events = filterLogEvents(mailEvents());
  const cloudtrail = calls();
  const [mailboxAccess] = auditLogs;
  const truth = {
    about: 'Who read what in samples/readers, and what the logs there can be counted on for. All of it is invented.',
    organizationId,
    organizationArn,
    reads: [...ordinary, guessed.read, ...impersonated.reads],
    refused: impersonated.refused,
    signIns: guessed.signIns,
    personalAccessToken: guessed.token,
    sentAs: sent,
    forwardedByRule: forwarded,
    afterThinning: impersonated.blind,
    joins: {
      accessKey: stolenKey,
      impersonationRoleId: roleId,
      personalAccessTokenId: tokenId,
      messageId: messageInTransit,
      deliveryOfMailboxAccess: mailboxAccess?.delivery,
    },
    mailboxAccessLog: { on: '2026-05-04T08:04:56Z', without: ['source_ip', 'item_id'], since: thinned, off: stopped },
    files: {
      'cloudtrail.json': { records: cloudtrail.Records.length, copies: 0 },
      ...Object.fromEntries(audit.map(({ name, records, copies }) => [name, { records, copies }])),
      'email-events.filter-log-events.json': { records: events.events.length - 1, copies: 1 },
    },
  };
  return {
    files: [
      { name: 'cloudtrail.json', content: json(cloudtrail) },
      ...audit.map(({ name, content }) => ({ name, content })),
      { name: 'email-events.filter-log-events.json', content: json(events) },
      { name: 'lambda-mail-flow-event.json', content: json(flowEvent()) },
    ],
    truth: json(truth),
  };
}

function json(/** @type {unknown} */ value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
