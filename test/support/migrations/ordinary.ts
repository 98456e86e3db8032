import type { SeededNumbers } from '../seededNumbers';
import { agents, awsService, keyUser, type Person, placesOf, programsOf, roleUser } from './cast';
import { type Company, HOUR, inHours, type Organization } from './company';
import { type Fields, hex, type MigrationLog, refused, uuid } from './migrationLog';

/** Whoever works for the company beside the move. */
export interface Staff {
  readonly admins: readonly Person[];
  readonly helpDesk: readonly Person[];
  readonly developers: readonly Person[];
  /** A key that reads lists of users, day and night. */
  readonly sync: Person | undefined;
  readonly office: string;
}

export function staffOf(seeded: SeededNumbers, company: Company): Staff {
  const office = `198.51.100.${seeded.between(2, 250)}`;
  const people = ['jane', 'omar', 'li', 'sara', 'tom', 'ana', 'pavel', 'ruth'];
  const begin = seeded.between(0, 7);
  const person = (at: number, role: string): Person => {
    const name = `${people[(begin + at) % 8]}@example.com`;
    const place = placesOf(seeded, office);
    const program = programsOf(seeded, seeded.one(['cli', 'cli', 'pwsh', 'boto3']), seeded.share() < 0.5);
    return seeded.share() < 0.3
      ? keyUser(seeded, company, name.slice(0, -12), place, program)
      : roleUser(seeded, company, role, name, place, program);
  };
  return {
    admins: Array.from({ length: seeded.between(1, 3) }, (_, at) => person(at, 'AWSReservedSSO_MailAdmin_0a1b2c')),
    helpDesk: Array.from({ length: seeded.between(1, 2) }, (_, at) => person(at + 3, 'HelpDesk')),
    developers: [person(6, 'Developer')],
    sync:
      seeded.share() < 0.4
        ? keyUser(
            seeded,
            company,
            'directory-sync',
            () => `192.0.2.${company.opens + 3}`,
            programsOf(seeded, 'boto3', false),
          )
        : undefined,
    office,
  };
}

interface Around {
  readonly log: MigrationLog;
  readonly seeded: SeededNumbers;
  readonly company: Company;
  readonly staff: Staff;
}

/** Tells what goes on beside the move: ordinary administration of mail, and other services. */
export function tellOrdinary(around: Around, days: number): void {
  const { seeded, company, staff, log } = around;
  const busy = seeded.one([0.5, 2, 5]);
  for (let day = 0; day < days; day++) {
    for (let times = seeded.between(0, Math.ceil(busy)); times > 0; times--) mailWork(around, day);
    for (let times = seeded.between(0, 3); times > 0; times--) otherWork(around, day);
    if (staff.sync !== undefined)
      for (let hour = 0; hour < 24; hour += 6) {
        const at = company.start + (day * 24 + hour) * HOUR + 7000;
        const request = { organizationId: company.organizations[0]?.id };
        log.say(at, staff.sync.at(at), 'workmail', 'ListUsers', { request });
        log.say(at + 2000, staff.sync.at(at), 'workmail', 'ListGroups', { request });
      }
  }
}

type Work = (
  organization: Organization,
  one: () => string,
  at: number,
) => readonly (readonly [string, Fields, Fields?])[];

function works(seeded: SeededNumbers): readonly Work[] {
  return [
    (_, __, at) => {
      const userId = uuid(seeded);
      return [
        ['CreateUser', { name: `new.person${at % 1000}`, displayName: 'New Person' }, { userId }],
        ['RegisterToWorkMail', { entityId: userId, email: `new.person${at % 1000}@example.com` }],
      ];
    },
    (_, one) => [['ResetPassword', { userId: one(), password: 'HIDDEN_DUE_TO_SECURITY_REASONS' }]],
    (_, one) => [['ResetPassword', { userId: one(), password: 'HIDDEN_DUE_TO_SECURITY_REASONS' }]],
    (_, one) => [
      [
        'PutMailboxPermissions',
        {
          entityId: one(),
          granteeId: one(),
          permissionValues: [seeded.one(['SEND_ON_BEHALF', 'FULL_ACCESS', 'SEND_AS'])],
        },
      ],
    ],
    (_, one) => {
      const [entityId, granteeId] = [one(), one()];
      return [
        ['ListMailboxPermissions', { entityId }],
        ['PutMailboxPermissions', { entityId, granteeId, permissionValues: ['FULL_ACCESS'] }],
      ];
    },
    (_, one) => [['DeleteMailboxPermissions', { entityId: one(), granteeId: one() }]],
    ({ domain }, one) => [['CreateAlias', { entityId: one(), alias: `info${seeded.between(1, 99)}@${domain}` }]],
    ({ domain }, one) => [['DeleteAlias', { entityId: one(), alias: `old${seeded.between(1, 99)}@${domain}` }]],
    (_, one) => [['AssociateMemberToGroup', { groupId: uuid(seeded), memberId: one() }]],
    (_, one) => [['UpdateMailboxQuota', { userId: one(), mailboxQuota: 51200 }]],
    (_, one) => [
      ['DescribeUser', { userId: one() }],
      ['ListAliases', { entityId: one() }],
    ],
    () => [
      ['ListUsers', {}],
      ['ListGroups', {}],
      ['ListResources', {}],
    ],
    (_, one) => [['DeregisterFromWorkMail', { entityId: one() }]],
    (_, one) => [['PutMobileDeviceAccessOverride', { userId: one(), deviceId: 'phone1', effect: 'ALLOW' }]],
  ];
}

function rareWorks(): readonly Work[] {
  return [
    () => [
      ['ListAccessControlRules', {}],
      ['PutAccessControlRule', { name: 'office', effect: 'ALLOW', ipRanges: ['198.51.100.0/24'] }],
    ],
    () => [
      ['ListInboundMailFlowRules', {}],
      ['CreateInboundMailFlowRule', { ruleName: 'newsletter' }],
    ],
    () => [['DescribeEmailMonitoringConfiguration', {}]],
    (_, one) => [['UpdatePrimaryEmailAddress', { entityId: one(), email: 'wedding@example.com' }]],
    () => [['PutRetentionPolicy', { name: 'default', folderConfigurations: [] }]],
    () => [
      ['CreateSmtpGateway', { gatewayName: 'coexistence' }],
      ['CreateOutboundMailFlowRule', { ruleName: 'to the new house' }],
    ],
  ];
}

function mailWork({ log, seeded, company, staff }: Around, day: number): void {
  const organization = seeded.one(company.organizations);
  const isRare = seeded.share() < 0.05;
  const who = isRare || seeded.share() < 0.4 ? seeded.one(staff.admins) : seeded.one(staff.helpDesk);
  let at = inHours(company, day, seeded.share());
  const one = (): string => seeded.one(organization.mailboxes).id;
  for (const [action, fields, response] of seeded.one(isRare ? rareWorks() : works(seeded))(organization, one, at)) {
    at += seeded.between(3000, 60_000);
    const fails = seeded.share() < 0.04;
    log.say(at, who.at(at), 'workmail', action, {
      request: { organizationId: organization.id, ...fields },
      ...(fails
        ? { errorCode: seeded.one(['EntityNotFoundException', 'EntityStateException', 'InvalidParameterException']) }
        : { response: response ?? null }),
    });
    if (fails) return;
  }
}

function otherWork({ log, seeded, company, staff }: Around, day: number): void {
  const at = inHours(company, day, seeded.share());
  const who = seeded.one([...staff.developers, ...staff.admins]);
  const name = `app-${hex(seeded, 5)}`;
  const arn = (what: string): string => `arn:aws:iam::${company.account}:${what}/${name}`;
  const kinds: readonly (() => void)[] = [
    () => log.say(at, who.at(at), 's3', 'CreateBucket', { request: { bucketName: name } }),
    () => log.say(at, who.at(at), 'ec2', 'DescribeInstances'),
    () => log.say(at, who.at(at), 'sts', 'GetCallerIdentity'),
    () => log.say(at, who.at(at), 'iam', 'ListUsers', refused(who.at(at), 'iam:ListUsers')),
    () => {
      log.say(at, who.at(at), 'iam', 'CreateUser', {
        request: { userName: name },
        response: { user: { arn: arn('user') } },
      });
      log.say(at + 9000, who.at(at), 'iam', 'CreateAccessKey', {
        request: { userName: name },
        response: { accessKey: { accessKeyId: `AKIA${hex(seeded, 16).toUpperCase()}`, userName: name } },
      });
    },
    () =>
      log.say(at, who.at(at), 'iam', 'CreateRole', {
        request: { roleName: name },
        response: { role: { arn: arn('role') } },
      }),
    () => log.say(at, who.at(at), 'iam', 'AttachUserPolicy', { request: { userName: name, policyArn: arn('policy') } }),
    () => log.say(at, who.at(at), 'lambda', 'UpdateFunctionCode20150331v2', { request: { functionName: name } }),
    () => log.say(at, who.at(at), 'kms', 'CreateKey', { response: { keyMetadata: { keyId: uuid(seeded) } } }),
    () =>
      log.say(at, { ...who.at(at), userAgent: agents.browser(3) }, 'signin', 'ConsoleLogin', {
        response: { ConsoleLogin: 'Success' },
      }),
    () =>
      log.say(at, awsService(`workmail.${company.region}.amazonaws.com`), 'kms', 'Decrypt', {
        request: { encryptionContext: { 'aws:workmail:arn': company.organizations[0]?.id } },
      }),
  ];
  seeded.one(kinds)();
}
