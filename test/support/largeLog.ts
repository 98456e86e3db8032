/** How many records the large log has, and the positions of those that are damaged: one near either end. */
export const largeLogSize = 20_000;
export const damagedRecords: readonly number[] = [5, largeLogSize - 3];

/**
 * A log as busy accounts have them: 20,000 records, 24 million characters, all on one line. Every fourth is of WorkMail. The
 * damaged ones lack the comma before `"eventTime"`.
 */
export function largeLog(): string {
  const records = Array.from({ length: largeLogSize }, (_, index) =>
    damagedRecords.includes(index) ? record(index).replace(',"eventTime"', '"eventTime"') : record(index),
  );
  return `{"Records":[${records.join(',')}]}`;
}

/** The record at a position of the large log, undamaged. */
export function record(index: number): string {
  const second = new Date(Date.UTC(2026, 2, 1) + index * 1000).toISOString().slice(0, 19);
  const ofWorkMail = index % 4 === 1;
  return JSON.stringify({
    eventVersion: '1.08',
    userIdentity: {
      type: 'IAMUser',
      principalId: 'AIDAEXAMPLE0000000001',
      arn: 'arn:aws:iam::111122223333:user/alice',
      accountId: '111122223333',
      accessKeyId: 'AKIAEXAMPLE000000001',
      userName: 'alice',
    },
    eventTime: `${second}Z`,
    eventSource: ofWorkMail ? 'workmail.amazonaws.com' : 's3.amazonaws.com',
    eventName: ofWorkMail ? 'DescribeUser' : 'GetBucketAcl',
    awsRegion: 'eu-west-1',
    sourceIPAddress: '192.0.2.10',
    userAgent: `aws-cli/2.15.0 ${'exec-env/made-up '.repeat(29)}`,
    requestParameters: ofWorkMail
      ? { organizationId: 'm-00000000000000000000000000000001', userId: `user-${index}` }
      : { bucketName: `bucket-${index}` },
    responseElements: null,
    requestID: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    eventID: `10000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    readOnly: true,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: '111122223333',
    eventCategory: 'Management',
  });
}
