/**
 * What the databases are asked for of every record, whatever its service: the members that tell who did what, when, where and with
 * which outcome. What differs from service to service (parameters, answers) is left out, which is kind to them.
 */

/** Members by their names; a text, or an object with members. */
interface Members {
  readonly [name: string]: 'text' | Members;
}

const MEMBERS: Members = {
  eventTime: 'text',
  eventSource: 'text',
  eventName: 'text',
  awsRegion: 'text',
  recipientAccountId: 'text',
  readOnly: 'text',
  eventCategory: 'text',
  eventType: 'text',
  errorCode: 'text',
  sourceIPAddress: 'text',
  userAgent: 'text',
  eventID: 'text',
  requestID: 'text',
  sharedEventID: 'text',
  userIdentity: {
    type: 'text',
    principalId: 'text',
    arn: 'text',
    accountId: 'text',
    userName: 'text',
    accessKeyId: 'text',
    invokedBy: 'text',
    sessionContext: {
      sessionIssuer: { arn: 'text', userName: 'text' },
      attributes: { creationDate: 'text', mfaAuthenticated: 'text' },
    },
  },
};

/** The type of a record, as a database writes it. */
export function recordType(words: { readonly object: string; readonly text: string; readonly quote: string }): string {
  const typeOf = (members: Members): string =>
    `${words.object}(${Object.entries(members)
      .map(([name, member]) => `${words.quote}${name}${words.quote} ${member === 'text' ? words.text : typeOf(member)}`)
      .join(', ')})`;
  return typeOf(MEMBERS);
}
