/** What people and intruders did to mailboxes, as WorkMail's audit logs have it. Each function returns what is true of it. */
import { diceOf } from '../dice.mjs';
import { cast, forwardedTo, guesser, intruder, office, roleId, tokenId } from './cast.mjs';
import { folderOf, impersonation, itemOf } from './ownLogs.mjs';

/**
 * @typedef {ReturnType<typeof import('./ownLogs.mjs').ownLogs>} Logs
 * @typedef {import('../story.mjs').Fields} Fields
 */

const SECOND = 1000;
const dayAccess = { scope: 'AccessControl', rule_id: 'Default', access_granted: true };

/** A day at the office: mail comes in, four people read and answer theirs, and a calendar is asked for. @param {Logs} logs */
export function ordinaryDay(logs) {
  const dice = diceOf(20260609);
  return cast.workers.map(({ id, email }, at) => {
    const protocol = ['WindowsOutlook', 'ActiveSync', 'WebMail', 'WindowsOutlook'][at] ?? 'EWS';
    const source_ip = at === 1 ? '198.51.100.77' : office;
    const user_agent = ['Microsoft Office/16.0', 'Apple-iPhone15C3/2104.50', 'Mozilla/5.0', 'Microsoft Office/16.0'][
      at
    ];
    const start = Date.parse(`2026-06-10T08:0${at}:00Z`);
    const request_id = logs.requestId();
    const who = { user_id: id, protocol, source_ip };
    // Sign-ins through the web application are not in the authentication log.
    if (protocol !== 'WebMail') logs.signIn(start, { ...who, user: email, user_agent, auth_successful: true });
    logs.decision(start + 40, { ...who, request_id, ...dayAccess });
    const inbox = inFolder(id, 'Inbox');
    const own = { ...who, user_agent, owner_id: id, action_allowed: true };
    logs.access(start + 90, { ...own, request_id, action: 'read_hierarchy', object_type: 'Folder', folder_path: '/' });
    logs.access(start + 700, { ...own, action: 'read_summary', object_type: 'Folder', ...inbox });
    const messages = 5 + at;
    for (let number = 0; number < messages; number += 1) {
      const item = { object_type: 'Message', item_id: itemOf(id, 'Inbox', number), ...inbox };
      const time = start + (12 + number * 1900 + dice.between(0, 600)) * SECOND;
      logs.access(time - 3 * SECOND, {
        user_id: id,
        protocol: 'IncomingEmail',
        owner_id: id,
        action: 'create',
        ...item,
        action_allowed: true,
      });
      logs.access(time, { ...own, action: 'read', ...item });
      logs.access(time + 200, { ...own, action: 'update_read_state', ...item });
    }
    if (at === 3)
      logs.calendar(start + 600 * SECOND, {
        user_id: id,
        type: 'EWS',
        domain: 'partner.example.net',
        ews_endpoint: 'https://mail.partner.example.net/EWS/Exchange.asmx',
        availability_event_successful: true,
      });
    return { who: email, mailbox: email, protocol, address: source_ip, messages, attachments: 0, refused: 0 };
  });
}

/** Passwords are tried over IMAP until one is right, and a mailbox is read with it; a token keeps the door open. @param {Logs} logs */
export function guessing(logs) {
  const { id, email } = cast.owen;
  const start = Date.parse('2026-06-10T11:02:10Z');
  const from = { protocol: 'IMAP', source_ip: guesser, user_agent: '' };
  const failed = { ...from, auth_successful: false, auth_failed_reason: 'ASSUMED_REASON_TEXT' };
  const tried = ['info@example.com', 'sales@example.com', email, email, email, email, email];
  tried.forEach((user, at) => {
    logs.signIn(start + at * 4 * SECOND, { ...failed, ...(user === email && { user_id: id }), user });
  });
  const signedIn = start + tried.length * 4 * SECOND;
  logs.signIn(signedIn, { ...from, user_id: id, user: email, auth_successful: true });
  const request_id = logs.requestId();
  const who = { user_id: id, protocol: 'IMAP', source_ip: guesser };
  logs.decision(signedIn + 60, { ...who, request_id, ...dayAccess });
  const own = { ...who, user_agent: '', owner_id: id, action_allowed: true };
  const inbox = inFolder(id, 'Inbox');
  logs.access(signedIn + 300, {
    ...own,
    request_id,
    action: 'read_hierarchy',
    object_type: 'Folder',
    folder_path: '/',
  });
  logs.access(signedIn + 900, { ...own, action: 'read_summary', object_type: 'Folder', ...inbox });
  const messages = 9;
  for (let number = 0; number < messages; number += 1)
    logs.access(signedIn + (3 + number * 2) * SECOND, {
      ...own,
      action: 'read',
      object_type: 'Message',
      item_id: itemOf(id, 'Inbox', number),
      ...inbox,
    });
  const webmail = { user_id: id, user: email, source_ip: guesser, user_agent: 'Mozilla/5.0' };
  logs.decision(Date.parse('2026-06-10T11:19:02Z'), {
    user_id: id,
    protocol: 'WebMail',
    source_ip: guesser,
    ...dayAccess,
  });
  logs.token(Date.parse('2026-06-10T11:20:44Z'), {
    ...webmail,
    action: 'create',
    name: 'phone',
    expires_time: Date.parse('2027-06-10T11:20:44Z'),
    scopes: ['ASSUMED_SCOPE'],
  });
  const withToken = { ...from, user_id: id, user: email, auth_successful: true, personal_access_token_id: tokenId };
  const used = ['2026-06-10T12:31:07Z', '2026-06-10T14:01:50Z'];
  for (const time of used) logs.signIn(Date.parse(time), withToken);
  return {
    read: { who: email, mailbox: email, protocol: 'IMAP', address: guesser, messages, attachments: 0, refused: 0 },
    signIns: { address: guesser, protocol: 'IMAP', failed: tried.length, namesTried: 3, succeededAs: email },
    token: { of: email, madeFrom: guesser, name: 'phone', personalAccessTokenId: tokenId, usedTimes: used.length },
  };
}

/** Mail is sent from the guessed mailbox in somebody else's name. @param {Logs} logs */
export function sendingAs(logs) {
  const { id, email } = cast.owen;
  logs.access(Date.parse('2026-06-10T14:02:31Z'), {
    user_id: id,
    protocol: 'IMAP',
    source_ip: guesser,
    user_agent: '',
    action: 'submit_email_for_sending',
    owner_id: id,
    object_type: 'Message',
    item_id: itemOf(id, 'Outbox', 1),
    ...inFolder(id, 'Outbox'),
    action_allowed: true,
  });
  return {
    sent: { sender: email, from: cast.bruno.email, recipient: 'dana@example.org', subject: 'Invoice 42: new account' },
    forwarded: { mailbox: email, rule: '.', to: forwardedTo, times: 1 },
  };
}

/** With tokens of an impersonation role over EWS: one mailbox message by message, a folder of another as a whole, a third refused. @param {Logs} logs */
export function impersonating(logs) {
  const one = reading(logs, {
    mailbox: cast.bruno,
    folder: 'Inbox',
    start: '2026-06-11T00:59:40Z',
    messages: 7,
    pause: 95,
    attachments: 3,
  });
  const tried = [0, 6, 13].map((second) => Date.parse('2026-06-11T01:11:00Z') + second * SECOND);
  for (const time of tried) {
    const request_id = logs.requestId();
    const who = { user_id: cast.chiara.id, impersonator_id: roleId, protocol: 'EWS', source_ip: intruder };
    // No rule matched, so there is no rule_id.
    logs.decision(time, { ...who, request_id, scope: 'ImpersonationAccessControl', access_granted: false });
    logs.access(time + 40, {
      ...who,
      request_id,
      user_agent: AGENT,
      action: 'read_hierarchy',
      owner_id: cast.chiara.id,
      object_type: 'Folder',
      folder_path: '/',
      action_allowed: false,
    });
  }
  const whole = reading(logs, {
    mailbox: cast.amal,
    folder: 'Board',
    start: '2026-06-11T01:17:05Z',
    messages: 24,
    pause: 2,
    attachments: 6,
  });
  // After the delivery was thinned out, and before it ended.
  for (let number = 0; number < 4; number += 1)
    logs.access(Date.parse('2026-06-11T02:05:00Z') + number * 3 * SECOND, {
      user_id: cast.bruno.id,
      action: 'read',
      owner_id: cast.bruno.id,
      object_type: 'Message',
      action_allowed: true,
    });
  return {
    reads: [
      { ...one, wholeFolder: false },
      { ...whole, wholeFolder: true },
    ],
    refused: { mailbox: cast.chiara.email, impersonator: roleId, address: intruder, tries: tried.length },
    blind: {
      mailbox: cast.bruno.email,
      reads: 4,
      notTold: 'from where, with what, through which role, which messages',
    },
  };
}

const AGENT = 'ExchangeServicesClient/15.00.0913.015';

/**
 * @param {Logs} logs
 * @param {{ mailbox: typeof cast.bruno, folder: string, start: string, messages: number, pause: number, attachments: number }} what
 */
function reading(logs, { mailbox, folder, start, messages, pause, attachments }) {
  const { id, email } = mailbox;
  const begin = Date.parse(start);
  const request_id = logs.requestId();
  const who = { user_id: id, impersonator_id: roleId, protocol: 'EWS', source_ip: intruder };
  const own = { ...who, user_agent: AGENT, owner_id: id, action_allowed: true };
  logs.decision(begin, { ...who, request_id, ...impersonation });
  logs.access(begin + 50, { ...own, request_id, action: 'read_hierarchy', object_type: 'Folder', folder_path: '/' });
  logs.access(begin + 800, { ...own, action: 'read_summary', object_type: 'Folder', ...inFolder(id, folder) });
  let last = begin;
  for (let number = 0; number < messages; number += 1) {
    last = begin + (4 + number * pause) * SECOND;
    const item = { item_id: itemOf(id, folder, number), ...inFolder(id, folder) };
    logs.access(last, { ...own, action: 'read', object_type: 'Message', ...item });
    if (number < attachments)
      logs.access(last + 600, {
        ...own,
        action: 'read_attachment',
        object_type: 'Attachment',
        ...item,
        attachment_path: `invoice-${4200 + number}.pdf`,
      });
  }
  return {
    who: `impersonation role ${roleId}`,
    mailbox: email,
    folder: `/${folder}`,
    protocol: 'EWS',
    address: intruder,
    from: new Date(begin).toISOString(),
    to: new Date(last).toISOString(),
    messages,
    attachments,
    refused: 0,
  };
}

function inFolder(/** @type {string} */ mailbox, /** @type {string} */ folder) {
  return { folder_path: `/${folder}`, folder_id: folderOf(mailbox, folder) };
}
