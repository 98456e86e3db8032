import { words } from '../../generated/schemas';
import { blank, choiceOf } from './snippets';

/**
 * A whole event of WorkMail with places to fill in, in the syntax of snippets. As it stands it is sound; account and user are
 * written once.
 *
 * @param isOnOneLine as in JSON Lines; else it is indented by tabs, of which editors make their own
 */
export function eventSnippet(isOnOneLine: boolean): string {
  const truth = choiceOf(13, ['true', 'false']);
  const event = {
    eventVersion: '1.11',
    userIdentity: {
      type: 'IAMUser',
      principalId: blank(3, 'AIDAEXAMPLE0000000000'),
      arn: 'arn:aws:iam::$1:user/$2',
      accountId: blank(1, '111122223333'),
      accessKeyId: blank(4, 'AKIAEXAMPLE000000000'),
      userName: blank(2, 'alice'),
    },
    eventTime: blank(5, '2026-03-01T08:00:00Z'),
    eventSource: 'workmail.amazonaws.com',
    eventName: blank(6, 'ListUsers'),
    awsRegion: choiceOf(7, [...words().regions.keys()]),
    sourceIPAddress: blank(8, '192.0.2.10'),
    userAgent: blank(9, 'aws-cli/2.15.0'),
    requestParameters: { organizationId: blank(10, 'm-00000000000000000000000000000001') },
    responseElements: null,
    requestID: blank(11, '00000000-0000-4000-8000-000000000001'),
    eventID: blank(12, '00000000-0000-4000-8000-000000000002'),
    readOnly: truth,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: '$1',
    eventCategory: 'Management',
  };
  const text = isOnOneLine ? JSON.stringify(event) : JSON.stringify(event, undefined, '\t');
  return `${text.replace(JSON.stringify(truth), truth)}$0`;
}
