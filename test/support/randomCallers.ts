import { SeededNumbers } from './seededNumbers';

const TYPES = ['IAMUser', 'AssumedRole', 'Root', 'AWSService', 'Role', 'FederatedUser', 'AWSAccount', 'iamUser', ''];
const NAMES = ['alice', 'bob@example.com', '', ' carol', '=1+2', '-', "'d", '@e', 'f/g', 'Zoë', 'h"i', 'x'.repeat(300)];
const ACCOUNTS = ['111122223333', '', '=1', '0'];
const ARNS = [
  'arn:aws:iam::111122223333:user/alice',
  'arn:aws:sts::111122223333:assumed-role/Admin/bob',
  'arn:aws-cn:sts:cn-north-1:111122223333:assumed-role/Admin/bob/more',
  'arn:aws:sts::111122223333:assumed-role/Admin/',
  'arn:aws:sts::111122223333:assumed-role/Admin',
  'arn:aws:sts::111122223333:assumed-role//bob',
  'arn:aws:sts::111122223333:assumed-role/=Admin/bob',
  'arn:aws:sts::111122223333:assumed-role/Admin/=bob',
  'arn:aws:sts::111122223333:assumed-role/',
  'arn:aws:sts::111122223333:assumed-roles/Admin/bob',
  'arn:aws:sts::1111/2222:assumed-role/Admin/bob',
  'arn:aws:sts:EU:1:assumed-role/Admin/bob',
  'arn:aws_x:sts::1:assumed-role/Admin/bob',
  'arn:aws:Sts-2::1:assumed-role/Admin/bob:c',
  'arn:aws:iam::1:',
  'arn:aws:iam::1',
  'arn:aws',
  'arn:aws:iam::111122223333:root',
  `arn:aws:sts::111122223333:assumed-role/Admin/${'x'.repeat(2100)}`,
  '****',
  '',
];
/** Longer than what a place can say. */
const FAR = 70_000;

/** Logs whose records name who acted in every way, whole, in part and as nobody does; the same for the same seed. */
export class RandomCallers {
  readonly #numbers: SeededNumbers;

  constructor(seed: number) {
    this.#numbers = new SeededNumbers(seed);
  }

  /** @param records of the log, some of which say the same of who acted */
  next(records: number): string {
    const identities = Array.from({ length: 3 }, () => JSON.stringify(this.#identity()));
    return JSON.stringify({
      Records: Array.from({ length: records }, (_, index) => this.#record(index, this.#numbers.one(identities))),
    });
  }

  #record(index: number, identity: string): object {
    const numbers = this.#numbers;
    const long = numbers.between(0, 99) === 0 ? { requestParameters: { text: 'x'.repeat(FAR) } } : {};
    return {
      ...(numbers.between(0, 1) === 0 && long),
      eventVersion: '1.08',
      ...(numbers.between(0, 19) > 0 && { userIdentity: JSON.parse(identity) }),
      eventTime: '2026-03-01T08:00:00Z',
      eventSource: numbers.one(['sts.amazonaws.com', 'kms.amazonaws.com']),
      eventName: numbers.one(['GetCallerIdentity', 'Decrypt']),
      awsRegion: 'us-east-1',
      ...this.#some({ sourceIPAddress: NAMES, userAgent: NAMES, sharedEventID: NAMES }),
      requestParameters: null,
      responseElements: null,
      ...long,
      eventID: `ffffffff-0000-4000-8000-${String(index).padStart(12, '0')}`,
      eventType: 'AwsApiCall',
      recipientAccountId: '111122223333',
    };
  }

  #identity(): object {
    const numbers = this.#numbers;
    const mfaAuthenticated = numbers.one(['true', 'false', true, '']);
    return {
      ...this.#some({ type: TYPES, principalId: NAMES, arn: ARNS, accountId: ACCOUNTS, accessKeyId: NAMES }),
      ...this.#some({ userName: NAMES, invokedBy: NAMES }),
      ...(numbers.between(0, 1) === 0 && {
        sessionContext: {
          ...(numbers.between(0, 3) > 0 && { sessionIssuer: this.#some({ type: TYPES, arn: ARNS, userName: NAMES }) }),
          attributes: { creationDate: '2026-03-01T07:00:00Z', mfaAuthenticated },
        },
      }),
      ...(numbers.between(0, 9) === 0 && { onBehalfOf: this.#some({ userId: NAMES }) }),
    };
  }

  /** Most of some members. The first value of each is the one that most have. */
  #some(members: Readonly<Record<string, readonly string[]>>): object {
    const numbers = this.#numbers;
    return Object.fromEntries(
      Object.entries(members).flatMap(([name, values]) =>
        numbers.between(0, 5) === 0 ? [] : [[name, numbers.between(0, 2) > 0 ? values[0] : numbers.one(values)]],
      ),
    );
  }
}
