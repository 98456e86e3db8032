import type { SeededNumbers } from '../seededNumbers';
import { awsService } from './cast';
import { type Company, DAY, HOUR, inHours, type Mailbox, type Organization, offHours } from './company';
import { type Fields, type MigrationLog, refused, uuid } from './migrationLog';
import type { Move } from './movers';
import type { Staff } from './ordinary';
import { accesses, lootOf, type Thief, thiefOf } from './thieves';

interface Given {
  readonly log: MigrationLog;
  readonly seeded: SeededNumbers;
  readonly company: Company;
  readonly staff: Staff;
  readonly move: Move;
}

/** One theft that is under way. Each step takes time. */
interface Under extends Given {
  readonly thief: Thief;
  readonly organization: Organization;
  readonly victims: readonly Mailbox[];
  readonly cleansUp: boolean;
  readonly say: (seconds: number, action: string, fields?: Fields, response?: Fields) => void;
  readonly around: (seconds: number, service: string, action: string, request: Fields, response?: Fields) => void;
  readonly denied: (seconds: number, service: string, action: string) => void;
}

const loots = [
  'export',
  'export',
  'export-abroad',
  'grant',
  'grant',
  'impersonation',
  'impersonation-of-mover',
  'forward',
  'reset',
] as const;

/** Tells one theft; the sentence says of what kind. */
export function tellTheft(given: Given): string {
  const { seeded, company, move, log } = given;
  let access = seeded.one(accesses);
  let loot = seeded.one(loots);
  if (loot === 'impersonation-of-mover' && access === 'insider') loot = 'impersonation';
  if (loot === 'reset' && access === 'insider') access = 'desk';
  const length = Math.max(1, Math.ceil((move.to - move.from) / DAY));
  const when = seeded.one(['before', 'during', 'during', 'during', 'after']);
  const firstDay = Math.round((move.from - company.start) / DAY);
  const day =
    when === 'before'
      ? seeded.between(2, firstDay)
      : when === 'after'
        ? firstDay + length + seeded.between(0, 5)
        : firstDay + seeded.between(0, length);
  const isDay = access === 'insider' ? seeded.share() < 0.3 : seeded.share() < 0.5;
  const begin = isDay ? inHours(company, day, seeded.share() * 0.7) : offHours(company, day, seeded.share() * 0.6);
  const slow = seeded.one([1, 1, 4, 20]);
  const cleansUp = access === 'insider' ? seeded.share() < 0.8 : seeded.share() < 0.45;
  log.stealing(() => {
    const thief = thiefOf(given, access, begin - (seeded.share() < 0.3 ? DAY : HOUR));
    let at = begin;
    const organization = seeded.one(company.organizations);
    const under: Under = {
      ...given,
      thief,
      organization,
      cleansUp,
      victims: organization.mailboxes.slice(0, seeded.between(1, Math.min(4, organization.mailboxes.length))),
      say: (seconds, action, fields = {}, response) => {
        at += seconds * slow * 1000;
        log.say(at, thief.at(at), 'workmail', action, {
          request: { organizationId: organization.id, ...fields },
          ...(response === undefined ? {} : { response }),
        });
      },
      around: (seconds, service, action, request, response) => {
        at += seconds * slow * 1000;
        const caller = service === 'sts' ? awsService('export.workmail.amazonaws.com') : thief.at(at);
        log.say(at, caller, service, action, { request, ...(response === undefined ? {} : { response }) });
      },
      denied: (seconds, service, action) => {
        at += seconds * slow * 1000;
        log.say(at, thief.at(at), service, action, refused(thief.at(at), `${service}:${action}`));
      },
    };
    if (access === 'insider') lookAround(under);
    else {
      if (seeded.share() < 0.4) probe(under);
      if (seeded.share() < 0.55) lookAround(under);
      if (seeded.share() < 0.2) under.say(40, 'DeleteEmailMonitoringConfiguration');
    }
    take(under, loot);
    if (seeded.share() < 0.15 && access !== 'insider') take(under, seeded.one(loots));
  });
  return `${access} ${loot} ${when} ${isDay ? 'day' : 'night'}`;
}

function probe({ seeded, denied, around }: Under): void {
  if (seeded.share() < 0.6) around(2, 'ec2', 'DescribeRegions', {});
  for (const [service, action] of [
    ['iam', 'ListAttachedUserPolicies'],
    ['iam', 'CreateAccessKey'],
    ['s3', 'ListBuckets'],
    ['workmail', 'ResetPassword'],
    ['workmail', 'CreateUser'],
    ['ses', 'GetSendQuota'],
  ] as const)
    if (seeded.share() < 0.6) denied(seeded.between(2, 30), service, action);
}

function lookAround({ seeded, say, victims }: Under): void {
  for (const action of [
    'ListOrganizations',
    'DescribeOrganization',
    'ListUsers',
    'ListGroups',
    'ListImpersonationRoles',
    'ListMailboxExportJobs',
    'ListAccessControlRules',
  ])
    if (seeded.share() < 0.6) say(seeded.between(3, 40), action);
  for (const { id } of victims) if (seeded.share() < 0.6) say(4, 'ListMailboxPermissions', { entityId: id });
}

function take(under: Under, loot: (typeof loots)[number]): void {
  const { seeded, say, victims, cleansUp, move, organization, company, around } = under;
  switch (loot) {
    case 'export':
    case 'export-abroad': {
      const target = lootOf(seeded, company, loot === 'export-abroad');
      const insider = under.thief.access === 'insider';
      if (!target.isForeign && (insider || seeded.share() < 0.5)) {
        around(50, 's3', 'CreateBucket', { bucketName: target.bucket });
        around(
          9,
          'iam',
          'CreateRole',
          { roleName: target.roleArn.split('/').at(-1) },
          { role: { arn: target.roleArn } },
        );
        around(
          9,
          'kms',
          'CreateKey',
          {},
          { keyMetadata: { keyId: target.kmsKeyArn.slice(-36), arn: target.kmsKeyArn } },
        );
      }
      const jobs: string[] = [];
      for (const { id } of victims) {
        const jobId = uuid(seeded);
        jobs.push(jobId);
        const request = {
          clientToken: uuid(seeded),
          entityId: id,
          roleArn: target.roleArn,
          kmsKeyArn: target.kmsKeyArn,
          s3BucketName: target.bucket,
          s3Prefix: 'x',
        };
        say(seeded.between(10, 60), 'StartMailboxExportJob', request, { jobId });
        if (!target.isForeign)
          around(
            3,
            'sts',
            'AssumeRole',
            { roleArn: target.roleArn, roleSessionName: `export-${jobId}` },
            { assumedRoleUser: { arn: 'arn:aws:sts::1:assumed-role/x/y' } },
          );
      }
      for (const jobId of jobs)
        if (seeded.share() < 0.5) say(seeded.between(60, 400), 'DescribeMailboxExportJob', { jobId });
      return;
    }
    case 'grant': {
      let granteeId = uuid(seeded);
      if (seeded.share() < 0.5) {
        say(
          20,
          'CreateUser',
          { name: 'archive', displayName: 'Archive', hiddenFromGlobalAddressList: true },
          { userId: granteeId },
        );
        say(8, 'RegisterToWorkMail', { entityId: granteeId, email: `archive@${organization.domain}` });
      } else granteeId = seeded.one(organization.mailboxes.slice(-3)).id;
      for (const { id } of victims)
        say(seeded.between(5, 40), 'PutMailboxPermissions', {
          entityId: id,
          granteeId,
          permissionValues: ['FULL_ACCESS'],
        });
      if (cleansUp || victims.length === 1)
        for (const { id } of victims)
          say(seeded.between(300, 900), 'DeleteMailboxPermissions', { entityId: id, granteeId });
      return;
    }
    case 'impersonation': {
      const impersonationRoleId = uuid(seeded);
      say(
        30,
        'CreateImpersonationRole',
        { name: 'Sync', type: 'FULL_ACCESS', rules: [{ impersonationRuleId: 'r', effect: 'ALLOW' }] },
        { impersonationRoleId },
      );
      for (let times = seeded.between(1, 5); times > 0; times--)
        say(
          seeded.between(100, 2000),
          'AssumeImpersonationRole',
          { impersonationRoleId },
          { token: 'x', expiresIn: 900 },
        );
      if (cleansUp) say(200, 'DeleteImpersonationRole', { impersonationRoleId });
      return;
    }
    case 'impersonation-of-mover': {
      const impersonationRoleId = `${move.impersonationRoleId.slice(0, -2)}${organization.id.slice(-2)}`;
      say(9, 'ListImpersonationRoles');
      say(9, 'GetImpersonationRole', { impersonationRoleId });
      for (let times = seeded.between(1, 5); times > 0; times--)
        say(
          seeded.between(100, 2000),
          'AssumeImpersonationRole',
          { impersonationRoleId },
          { token: 'x', expiresIn: 900 },
        );
      return;
    }
    case 'forward':
      if (seeded.share() < 0.5) {
        say(20, 'CreateSmtpGateway', { gatewayName: 'relay' });
        say(20, 'CreateOutboundMailFlowRule', { ruleName: 'archive' });
      } else say(20, seeded.one(['SetJournalingRules', 'CreateInboundMailFlowRule']), { ruleName: 'audit' });
      if (under.thief.access === 'insider') say(1200, 'DeleteOutboundMailFlowRule', { ruleName: 'archive' });
      return;
    case 'reset':
      for (const { id } of victims)
        say(seeded.between(9, 90), 'ResetPassword', { userId: id, password: 'HIDDEN_DUE_TO_SECURITY_REASONS' });
      if (seeded.share() < 0.7)
        say(30, 'PutAccessControlRule', { name: 'all', effect: 'ALLOW', ipRanges: ['0.0.0.0/0'] });
      return;
  }
}
