/**
 * WorkMail's own audit logs of the story, record by record, with only the fields that are documented and in the order of the manual.
 * How WorkMail renders their values nobody has published: see samples/README.md.
 *
 * @typedef {import('../story.mjs').Fields} Fields
 * @typedef {{ id: string, email: string }} Person
 */
import { diceOf } from '../dice.mjs';
import { auditLogs, fewFields, organizationArn, ruleId, stopped, thinned } from './cast.mjs';

const [mailboxAccess, accessControl, authentication, accessToken, availability] = auditLogs;

/** Logs in the making. Times are milliseconds since 1970. */
export function ownLogs() {
  const dice = diceOf(20260611);
  /** @type {Map<string, Fields[]>} */
  const written = new Map(auditLogs.map(({ file }) => [file, []]));

  /** Adds a record to a log, with those of its fields that are delivered at that moment. */
  const writer =
    (/** @type {typeof mailboxAccess} */ log) => (/** @type {number} */ time, /** @type {Fields} */ said) => {
      if (log === undefined) throw new Error('There is no such log.');
      if (log === mailboxAccess && time >= Date.parse(stopped)) return;
      const isThinned = log === mailboxAccess && time >= Date.parse(thinned);
      /** @type {Fields} */
      const all = { event_timestamp: time, request_id: dice.guid(), organization_arn: organizationArn, ...said };
      const fields = (isThinned ? fewFields : log.fields).filter((field) => all[field] !== undefined);
      written.get(log.file)?.push(Object.fromEntries(fields.map((field) => [field, all[field]])));
    };

  return {
    /** For one request that leaves records in several logs. */
    requestId: () => dice.guid(),
    access: writer(mailboxAccess),
    decision: writer(accessControl),
    signIn: writer(authentication),
    token: writer(accessToken),
    calendar: writer(availability),
    files: () => filesOf(written),
  };
}

/** A name for a message or a folder, always the same for one. */
export const itemOf = (/** @type {string} */ mailbox, /** @type {string} */ folder, /** @type {number} */ number) =>
  `${idText(`${mailbox}${folder}`)}.${String(number).padStart(4, '0')}`;
export const folderOf = (/** @type {string} */ mailbox, /** @type {string} */ folder) =>
  `f-${idText(`${mailbox}${folder}`)}`;

function idText(/** @type {string} */ text) {
  const seed = [...text].reduce((sum, letter) => Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0), 17);
  return diceOf(seed).hex(16);
}

/** The rule that let a token of the role in. */
export const impersonation = { scope: 'ImpersonationAccessControl', rule_id: ruleId, access_granted: true };

/**
 * The files, each as JSON Lines by time. Of two logs some records were delivered twice, as deliveries may.
 *
 * @param {ReadonlyMap<string, Fields[]>} written
 */
function filesOf(written) {
  return Array.from(written, ([name, said], at) => {
    const records = [...said].sort((one, other) => timeOf(one) - timeOf(other));
    const copies = at < 2 ? records.filter((_, number) => number % 17 === 5) : [];
    const content = [...records, ...copies].map((record) => `${JSON.stringify(record)}\n`).join('');
    return { name, content, records: records.length, copies: copies.length };
  });
}

function timeOf(/** @type {Fields} */ record) {
  return Number(record.event_timestamp);
}
