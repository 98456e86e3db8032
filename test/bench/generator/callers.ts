import type { JsonObject } from '../../../server/src/core/record';
import type { Chance } from './chance';

/** Who calls, from where, and the fields that come with the way of the call. */
export interface Caller {
  readonly userIdentity: JsonObject;
  readonly sourceIPAddress: string;
  readonly userAgent: string;
  /** Behind everything else in the record; `tlsDetails` is completed with the service's host. */
  readonly way: 'program' | 'console' | 'service';
}

const AGENTS = [
  'aws-cli/2.27.49 ua/2.1 os/linux#6.1.141 md/arch#x86_64 lang/python#3.13.4',
  'Boto3/1.40.11 md/Botocore#1.40.11 ua/2.1 os/linux#6.1.141 lang/python#3.12.9',
  'aws-sdk-java/2.32.16 ua/2.1 os/Linux#5.10.239 lang/java#21.0.8',
  'APN/1.0 HashiCorp/1.0 Terraform/1.12.2 (+https://www.terraform.io) aws-sdk-go-v2/1.37.1',
  '[Boto3/1.34.84 md/Botocore#1.34.84 ua/2.0 os/linux#5.10.214 md/arch#x86_64 lang/python#3.11.6]',
] as const;
const BROWSER =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36';
const SERVICES = [
  'ec2.amazonaws.com',
  'eks.amazonaws.com',
  'ssm.amazonaws.com',
  'lambda.amazonaws.com',
  'cloudtrail.amazonaws.com',
  'autoscaling.amazonaws.com',
  'ecs-tasks.amazonaws.com',
  'config.amazonaws.com',
] as const;
const NAMES = ['amal.haddad', 'bruno.keller', 'chiara.moretti', 'dewi.santoso', 'elif.yilmaz', 'femi.adeyemi'] as const;
const ROLES = ['MailAdmin', 'Deployment', 'CostReport', 'InventoryReader', 'EKSNodeRole', 'OrganizationAudit'] as const;

/**
 * The callers of one account: many sessions of roles, some users and services, as in a log of a day.
 *
 * @param since when the sessions began, `2026-03-11T00:00:00Z`; no event may be earlier
 */
export function callersOf(chance: Chance, account: string, since: string): readonly Caller[] {
  const users = NAMES.map((name) => user(chance, account, name));
  const sessions = Array.from({ length: 9 }, () => session(chance, account, since));
  const services = SERVICES.map(service);
  return [...users, ...sessions, ...services, root(account, since)];
}

/** So many times sixteen callers are a large house. */
const CROWD = 20;

/**
 * The callers of a large house on one day.
 *
 * @param stays begins alike every day: users and their keys stay
 * @param ofDay what sessions are made from
 */
export function castOf(stays: Chance, ofDay: Chance, account: string, since: string): readonly Caller[] {
  return Array.from({ length: CROWD }, (_, at) => [
    ...NAMES.map((name) => user(stays, account, at === 0 ? name : `${name}.${at}`)),
    ...Array.from({ length: 9 }, () => session(ofDay, account, since)),
    ...SERVICES.map(service),
    root(account, since),
  ]).flat();
}

/** Of the ranges kept free for examples (RFC 5737, RFC 3849). */
function address(chance: Chance): string {
  if (chance.fraction() < 0.1) return `2001:db8:${chance.hex(4)}:${chance.hex(4)}::9`;
  return `${chance.pick(['192.0.2', '198.51.100', '203.0.113'])}.${chance.between(1, 254)}`;
}

/** A user of IAM with a key that stays, at one address. */
export function user(chance: Chance, account: string, userName: string): Caller {
  return {
    userIdentity: {
      type: 'IAMUser',
      principalId: `AIDA${chance.capitals(10)}EXAMPLE`,
      arn: `arn:aws:iam::${account}:user/${userName}`,
      accountId: account,
      accessKeyId: `AKIA${chance.capitals(9)}EXAMPLE`,
      userName,
    },
    sourceIPAddress: address(chance),
    userAgent: chance.pick(AGENTS),
    way: 'program',
  };
}

/** A session of some role. @param since when it began */
export function session(chance: Chance, account: string, since: string): Caller {
  const role = chance.pick(ROLES);
  const name = chance.fraction() < 0.5 ? `${chance.pick(NAMES)}@example.com` : `i-0${chance.hex(16)}`;
  const principalId = `AROA${chance.capitals(10)}EXAMPLE`;
  const inConsole = chance.fraction() < 0.2;
  return {
    userIdentity: {
      type: 'AssumedRole',
      principalId: `${principalId}:${name}`,
      arn: `arn:aws:sts::${account}:assumed-role/${role}/${name}`,
      accountId: account,
      accessKeyId: `ASIA${chance.capitals(9)}EXAMPLE`,
      sessionContext: {
        sessionIssuer: {
          type: 'Role',
          principalId,
          arn: `arn:aws:iam::${account}:role/${role}`,
          accountId: account,
          userName: role,
        },
        webIdFederationData: {},
        attributes: { creationDate: since, mfaAuthenticated: `${inConsole}` },
      },
    },
    sourceIPAddress: address(chance),
    userAgent: inConsole ? BROWSER : chance.pick(AGENTS),
    way: inConsole ? 'console' : 'program',
  };
}

function service(host: string): Caller {
  return {
    userIdentity: { type: 'AWSService', invokedBy: host },
    sourceIPAddress: host,
    userAgent: host,
    way: 'service',
  };
}

function root(account: string, since: string): Caller {
  return {
    userIdentity: {
      type: 'Root',
      principalId: account,
      arn: `arn:aws:iam::${account}:root`,
      accountId: account,
      accessKeyId: '',
      sessionContext: {
        sessionIssuer: {},
        webIdFederationData: {},
        attributes: { creationDate: since, mfaAuthenticated: 'true' },
      },
    },
    sourceIPAddress: '198.51.100.7',
    userAgent: BROWSER,
    way: 'console',
  };
}
