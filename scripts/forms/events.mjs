/**
 * The three invented events that every form holds: a mailbox account is made, somebody is let into another mailbox, and the
 * password is set anew. Nothing in them belongs to anybody: the account number is one that AWS uses in documentation, the
 * addresses and domains are reserved for examples.
 */

/** @typedef {Record<string, unknown>} Fields */
/** @typedef {{ type: string, principalId: string, arn: string, accountId: string, accessKeyId: string, userName?: string, sessionContext?: Fields }} Identity */
/**
 * @typedef {object} Event
 * @property {string} eventVersion
 * @property {Identity} userIdentity
 * @property {string} eventTime
 * @property {string} eventSource
 * @property {string} eventName
 * @property {string} awsRegion
 * @property {string} sourceIPAddress
 * @property {string} userAgent
 * @property {Fields | null} requestParameters
 * @property {Fields | null} responseElements
 * @property {string} requestID
 * @property {string} eventID
 * @property {boolean} readOnly
 * @property {string} eventType
 * @property {boolean} managementEvent
 * @property {string} recipientAccountId
 * @property {string} eventCategory
 * @property {Fields} tlsDetails
 */

export const account = '444455556666';
export const region = 'us-west-2';
export const host = 'workmail.amazonaws.com';
export const organizationId = 'm-6b1e4c0d9a7f42358e5d7c9b0a1f2e3d';
const mailboxOwner = 'board@example.org';
export const names = ['CreateUser', 'PutMailboxPermissions', 'ResetPassword'];

const userId = '8c4b1d70-5e2f-4a96-b3c8-71d0e9f2a654';
const secret = 'HIDDEN_DUE_TO_SECURITY_REASONS';
const agent =
  'aws-cli/2.27.49 md/awscrt#0.26.1 ua/2.1 os/linux#6.1.0-35 md/arch#x86_64 lang/python#3.13.4 md/prompt#off md/command#workmail';

/** @returns {Identity} */
const operator = () => ({
  type: 'IAMUser',
  principalId: 'AIDAQFORMSOPEREXAMPLE',
  arn: `arn:aws:iam::${account}:user/mail-operator`,
  accountId: account,
  accessKeyId: 'AKIAI44QH8DHBEXAMPLE',
  userName: 'mail-operator',
});

/** @returns {Identity} */
const support = () => ({
  type: 'AssumedRole',
  principalId: 'AROAQFORMSDESKEXAMPLE:kim.lee',
  arn: `arn:aws:sts::${account}:assumed-role/MailSupport/kim.lee`,
  accountId: account,
  accessKeyId: 'ASIAI44QH8DHBEXAMPLE',
  sessionContext: {
    sessionIssuer: {
      type: 'Role',
      principalId: 'AROAQFORMSDESKEXAMPLE',
      arn: `arn:aws:iam::${account}:role/MailSupport`,
      accountId: account,
      userName: 'MailSupport',
    },
    attributes: { creationDate: '2026-05-18T13:40:22Z', mfaAuthenticated: 'true' },
  },
});

/**
 * The events in the order of their times, with keys in the order of CloudTrail; fresh objects at every call.
 *
 * @returns {[Event, Event, Event]}
 */
export function events() {
  return [
    event(1, '14:02:51', 'CreateUser', operator(), {
      requestParameters: { organizationId, name: 'r.ortiz', displayName: 'Rosa Ortiz', password: secret },
      responseElements: { userId },
    }),
    event(2, '14:03:37', 'PutMailboxPermissions', support(), {
      requestParameters: {
        organizationId,
        entityId: mailboxOwner,
        granteeId: userId,
        permissionValues: ['FULL_ACCESS', 'SEND_AS'],
      },
      responseElements: null,
    }),
    event(3, '14:05:09', 'ResetPassword', operator(), {
      requestParameters: { organizationId, userId, password: secret },
      responseElements: null,
    }),
  ];
}

/**
 * @param {number} number
 * @param {string} clock
 * @param {string} eventName
 * @param {Identity} userIdentity
 * @param {Pick<Event, 'requestParameters' | 'responseElements'>} call
 * @returns {Event}
 */
function event(number, clock, eventName, userIdentity, call) {
  return {
    eventVersion: '1.11',
    userIdentity,
    eventTime: `2026-05-18T${clock}Z`,
    eventSource: host,
    eventName,
    awsRegion: region,
    sourceIPAddress: '203.0.113.45',
    userAgent: `${agent}.${eventName.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase()}`,
    ...call,
    requestID: `b7a90c55-31de-4f08-8c6a-00000000a10${number}`,
    eventID: `e4f1c2d3-7a86-4b95-9d0e-00000000b20${number}`,
    readOnly: false,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: 'Management',
    tlsDetails: {
      tlsVersion: 'TLSv1.3',
      cipherSuite: 'TLS_AES_128_GCM_SHA256',
      clientProvidedHostHeader: `workmail.${region}.amazonaws.com`,
    },
  };
}

/** The role session's call alone, for forms that people paste one event of. */
export const permission = () => events()[1];
