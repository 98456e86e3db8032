import type { Json } from './naive/plainRecord';
import type { SeededNumbers } from './seededNumbers';

/** Few of everything, so that events name the same again and again, and the same text names things of several kinds. */
const ORGANIZATIONS = ['m-0123456789abcdef0123456789abcdef', 'm-fedcba9876543210fedcba9876543210'];
const IDS = [
  '11111111-1111-4111-8111-111111111111',
  '22222222-2222-4222-8222-222222222222',
  'S-1-1-11-1111111111',
  'u-10',
  'u-1',
];
const NAMES = [
  'alice',
  'bob',
  'Alice',
  'we"ird\\name',
  'a b',
  'none',
  '*',
  'İstanbul',
  'x,(y)',
  'boss@example.com',
  '111122223333',
];
const ADDRESSES_OF_MAIL = ['alice@example.com', 'boss@example.com', 'Info@Example.com', 'info@example.com'];
const KEYS = [
  'AKIAEXAMPLE00000000A',
  'AKIAEXAMPLE00000000B',
  'ASIAEXAMPLE00000000J',
  'ASIAEXAMPLE00000000K',
  'ASIAEXAMPLE00000000L',
];
const ACCOUNTS = ['111122223333', '000000000001'];
const ROLES = ['Admin', 'alice'];
const SESSIONS = ['jane', 'alice', 'x,(y)'];
const BUCKETS = ['alice', 'evidence-bucket'];
const SOURCES = [
  '203.0.113.5',
  '203.0.113.77',
  '2001:db8::1',
  '2001:DB8:0:0::1',
  '::ffff:203.0.113.5',
  'workmail.amazonaws.com',
  'AWS Internal',
];
const REGIONS = ['eu-west-1', 'us-east-1'];
const AGENTS = ['aws-cli/2.15.0', 'Mozilla/5.0 (X11; "quoted")', ''];
const REQUESTS = ['33333333-3333-4333-8333-333333333331', '33333333-3333-4333-8333-333333333332', 'ABCDEF0123', ''];
const SHARED = ['44444444-4444-4444-8444-444444444441', '44444444-4444-4444-8444-444444444442'];
const ERRORS = ['AccessDenied', 'EntityNotFoundException'];

/** Which of the addresses are one, by their text in small letters. */
export const SAME_ADDRESSES: Readonly<Record<string, string>> = {
  '203.0.113.5': 'a',
  '::ffff:203.0.113.5': 'a',
  '203.0.113.77': 'b',
  '2001:db8::1': 'c',
  '2001:db8:0:0::1': 'c',
};

type Parts = Readonly<Record<string, unknown>>;

/** Makes events up; the same numbers make the same. */
export class RandomEvents {
  readonly #numbers: SeededNumbers;
  #made = 0;

  constructor(numbers: SeededNumbers) {
    this.#numbers = numbers;
  }

  /** A whole event with an eventID of its own. */
  event(): Json {
    const numbers = this.#numbers;
    const called = numbers.between(0, 9) < 5 ? this.#ofWorkMail() : this.#ofOthers();
    const isFailed = numbers.between(0, 6) === 0;
    const isWitness = called.eventSource === 'workmail.amazonaws.com' && numbers.between(0, 14) === 0;
    const time = numbers.between(0, 19);
    const day = `2026-03-0${numbers.between(1, 2)}T0${numbers.between(6, 9)}:${numbers.between(10, 59)}:00Z`;
    return {
      eventVersion: '1.08',
      userIdentity: this.#identity(),
      ...(time > 0 && { eventTime: time === 1 ? 'never' : day }),
      awsRegion: numbers.one(REGIONS),
      sourceIPAddress: numbers.one(SOURCES),
      userAgent: numbers.one(AGENTS),
      ...called,
      ...(isFailed && { errorCode: numbers.one(ERRORS), errorMessage: 'not allowed', responseElements: null }),
      requestID: numbers.one(REQUESTS),
      eventID: this.#id(),
      readOnly: numbers.one([true, false]),
      eventType: isWitness ? 'AwsVpceEvents' : 'AwsApiCall',
      recipientAccountId: numbers.one(ACCOUNTS),
      ...(numbers.between(0, 3) === 0 && { sharedEventID: numbers.one(SHARED) }),
      eventCategory: isWitness ? 'NetworkActivity' : 'Management',
    };
  }

  #id(): string {
    if (this.#numbers.between(0, 19) === 0) return '';
    const id = `${String(this.#made++).padStart(8, '0')}-aaaa-4aaa-8aaa-abcdefabcdef`;
    return this.#numbers.between(0, 9) === 0
      ? id.toUpperCase()
      : this.#numbers.between(0, 9) === 0
        ? `made-up ${id}`
        : id;
  }

  #role(): string {
    return `arn:aws:iam::${this.#numbers.one(ACCOUNTS)}:role/${this.#numbers.one(ROLES)}`;
  }

  #session(): string {
    const { account, role, name } = {
      account: this.#numbers.one(ACCOUNTS),
      role: this.#numbers.one(ROLES),
      name: this.#numbers.one(SESSIONS),
    };
    return `arn:aws:sts::${account}:assumed-role/${role}/${name}`;
  }

  #identity(): Parts {
    const numbers = this.#numbers;
    const accountId = numbers.one(ACCOUNTS);
    switch (numbers.between(0, 4)) {
      case 0:
        return {
          type: 'AWSService',
          invokedBy: numbers.one(['workmail.amazonaws.com', 'export.workmail.amazonaws.com']),
        };
      case 1:
      case 2: {
        const userName = numbers.one(ROLES);
        const sessionIssuer = {
          type: 'Role',
          principalId: 'AROAEXAMPLE00000000AA',
          arn: this.#role(),
          accountId,
          userName,
        };
        const principalId = `AROAEXAMPLE00000000AA:${numbers.one(SESSIONS)}`;
        const key = numbers.between(0, 3) > 0 && { accessKeyId: numbers.one(KEYS) };
        const sessionContext = { sessionIssuer: numbers.between(0, 4) > 0 ? sessionIssuer : { userName } };
        return { type: 'AssumedRole', principalId, arn: this.#session(), accountId, ...key, sessionContext };
      }
      default: {
        const userName = numbers.one(NAMES);
        const principalId = numbers.one(['AIDAEXAMPLE00000000AA', 'AIDAEXAMPLE00000000BB']);
        const arn = numbers.between(0, 5) > 0 && { arn: `arn:aws:iam::${accountId}:user/${userName}` };
        return { type: 'IAMUser', principalId, ...arn, accountId, accessKeyId: numbers.one(KEYS), userName };
      }
    }
  }

  #ofWorkMail(): Parts {
    const numbers = this.#numbers;
    const organizationId = numbers.one(ORGANIZATIONS);
    /** Now and then a name or an address is given where an id is meant. */
    const entity = (): string => numbers.one([...IDS, ...IDS, ...NAMES, ...ADDRESSES_OF_MAIL]);
    const call = (eventName: string, request: Parts, responseElements: Parts | null = null): Parts => ({
      eventSource: 'workmail.amazonaws.com',
      eventName,
      requestParameters: { organizationId, ...request },
      responseElements,
    });
    const [id, name, email] = [numbers.one(IDS), numbers.one(NAMES), numbers.one(ADDRESSES_OF_MAIL)];
    switch (numbers.between(0, 15)) {
      case 0:
      case 1:
        return call('CreateUser', { name, displayName: 'Alice', password: numbers.one(KEYS) }, { userId: id });
      case 2:
        return call('CreateGroup', { name }, { groupId: id });
      case 3:
        return call('CreateAlias', { entityId: entity(), alias: email });
      case 4:
        return call('DeleteAlias', { entityId: entity(), alias: email });
      case 5:
        return call('DeleteUser', { userId: entity() });
      case 6:
        return call('RegisterToWorkMail', { entityId: entity(), email });
      case 7:
        return call('UpdatePrimaryEmailAddress', { entityId: entity(), email });
      case 8:
        return call('DescribeUser', { userId: entity() }, { userId: id, name, email, state: 'ENABLED' });
      case 9: {
        const users = Array.from({ length: numbers.between(0, 3) }, () => ({
          id: numbers.one(IDS),
          name: numbers.one(NAMES),
          email: numbers.one(ADDRESSES_OF_MAIL),
        }));
        return call('ListUsers', {}, { users });
      }
      case 10:
        return call('AssociateMemberToGroup', { groupId: entity(), memberId: entity() });
      case 11:
        return call('PutMailboxPermissions', {
          entityId: entity(),
          granteeId: entity(),
          permissionValues: ['FULL_ACCESS'],
        });
      case 12: {
        const rules = [
          {
            impersonationRuleId: 'rule-1',
            name: numbers.one(NAMES),
            effect: 'ALLOW',
            targetUsers: [entity(), entity()],
          },
        ];
        return call('CreateImpersonationRole', { name, type: 'FULL_ACCESS', rules }, { impersonationRoleId: id });
      }
      case 13:
        return call(
          'GetAccessControlEffect',
          { ipAddress: numbers.one(SOURCES), action: 'IMAP', userId: entity() },
          { effect: 'ALLOW' },
        );
      case 14: {
        const request = {
          entityId: entity(),
          roleArn: this.#role(),
          s3BucketName: numbers.one(BUCKETS),
          s3Prefix: 'x',
        };
        return call('StartMailboxExportJob', request, { jobId: 'job-1' });
      }
      default: {
        const { eventSource, eventName } = call('CreateOrganization', {});
        return { eventSource, eventName, requestParameters: { alias: name }, responseElements: { organizationId } };
      }
    }
  }

  #ofOthers(): Parts {
    const numbers = this.#numbers;
    const call = (
      service: string,
      eventName: string,
      request: Parts | null,
      responseElements: Parts | null = null,
    ): Parts => ({
      eventSource: `${service}.amazonaws.com`,
      eventName,
      requestParameters: request,
      responseElements,
    });
    const credentials = { accessKeyId: numbers.one(KEYS), expiration: 'Mar 1, 2026' };
    const [name, bucketName] = [numbers.one(NAMES), numbers.one(BUCKETS)];
    switch (numbers.between(0, 10)) {
      case 0:
      case 1: {
        const request = { roleArn: this.#role(), roleSessionName: numbers.one(SESSIONS) };
        return call('sts', 'AssumeRole', request, { credentials, assumedRoleUser: { arn: this.#session() } });
      }
      case 2:
        return call('sts', 'GetSessionToken', null, { credentials });
      case 3:
        return call(
          'iam',
          'CreateAccessKey',
          { userName: name },
          { accessKey: { userName: name, accessKeyId: numbers.one(KEYS) } },
        );
      case 4: {
        const user = { arn: `arn:aws:iam::111122223333:user/${name}`, userId: 'AIDAEXAMPLE00000000AA', userName: name };
        return call('iam', 'CreateUser', { userName: name }, { user });
      }
      case 5:
        return call('iam', 'AttachUserPolicy', {
          userName: name,
          policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
        });
      case 6:
        return call('s3', 'CreateBucket', { bucketName, Host: 's3.amazonaws.com' });
      case 7:
        return call('s3', 'PutBucketPolicy', {
          bucketName,
          bucketPolicy: { Statement: [{ Principal: { AWS: this.#role() } }] },
        });
      case 8:
        return call('s3', 'GetObject', { bucketName, key: numbers.one(KEYS), accountId: numbers.one(ACCOUNTS) });
      case 9: {
        const credentialSet = [0, 1].map(() => ({
          credentials: { accessKeyId: numbers.one(KEYS) },
          assumedRoleUser: { arn: this.#session() },
        }));
        return call('rolesanywhere', 'CreateSession', { roleArn: this.#role() }, { credentialSet });
      }
      default:
        return call('kms', 'CreateAlias', { aliasName: `alias/${bucketName}`, targetKeyId: numbers.one(IDS) });
    }
  }
}

/** Texts that a question may ask for. */
export const ASKED = [
  ...[ORGANIZATIONS, IDS, NAMES, ADDRESSES_OF_MAIL, KEYS, ACCOUNTS, SESSIONS, BUCKETS, SOURCES, REGIONS, AGENTS].flat(),
  ...[REQUESTS, SHARED, ERRORS, ['AssumeRole', 'CreateUser', 'workmail', 'iam.amazonaws.com', 'STS']].flat(),
].filter((text) => text !== '');
