import type { SeededNumbers } from '../seededNumbers';
import { addressOf, agents, awsService, keyUser, type Person, type Program, programsOf } from './cast';
import { type Company, DAY, HOUR, inHours, type Mailbox, type Organization, offHours } from './company';
import { type Fields, type MigrationLog, uuid } from './migrationLog';

/** What a theft may lean on: who moves, with what, and when. */
export interface Move {
  readonly mover: Person;
  readonly from: number;
  readonly to: number;
  readonly bucket: string;
  readonly roleArn: string;
  readonly kmsKeyArn: string;
  readonly impersonationRoleId: string;
}

export type MoverKind = 'vendor' | 'grantee' | 'impersonation' | 'exports' | 'exports-by-vendor' | 'imap';
export const moverKinds: readonly MoverKind[] = [
  'vendor',
  'grantee',
  'impersonation',
  'exports',
  'exports',
  'exports-by-vendor',
  'imap',
];

/** Everything a move needs to be told. */
interface Scene {
  readonly log: MigrationLog;
  readonly seeded: SeededNumbers;
  readonly company: Company;
  readonly operators: readonly Person[];
}

/** Tells a whole move, from the first look to the end of the domain. */
export function tellMove(scene: Scene, kind: MoverKind): Move {
  const { seeded, company, operators, log } = scene;
  const firstDay = seeded.between(4, 8);
  const admin = seeded.one(operators);
  const hasOwnUser =
    kind === 'vendor' || kind === 'exports-by-vendor' || (kind === 'impersonation' && seeded.share() < 0.5);
  const mover = hasOwnUser ? vendorUser(scene, admin, firstDay - 1) : admin;
  const ofAccount = company.account;
  const keyId = uuid(seeded);
  const name = seeded.one(['mail-archive', 'mailbox-exports', 'wm-migration', 'legacy-mail']);
  const move = {
    mover,
    bucket: `${name}-${seeded.between(100, 999)}`,
    roleArn: `arn:aws:iam::${ofAccount}:role/${seeded.one(['MailboxExport', 'wm-export', 'service-role/WorkMailExport'])}`,
    kmsKeyArn: `arn:aws:kms:${company.region}:${ofAccount}:key/${keyId}`,
    impersonationRoleId: uuid(seeded),
  };
  const waves = seeded.between(1, 4);
  const atNight = seeded.share() < 0.3;
  let day = firstDay;
  const begin = inHours(company, firstDay, 0);
  let end = begin;
  for (const [index, organization] of company.organizations.entries()) {
    const { mailboxes } = organization;
    const pilot = seeded.share() < 0.4 ? Math.min(3, mailboxes.length - 2) : 0;
    const late = seeded.share() < 0.3 && mailboxes.length > 8 ? seeded.between(1, 2) : 0;
    const parts = [mailboxes.slice(0, pilot), ...cut(mailboxes.slice(pilot, mailboxes.length - late), waves)];
    const perOrganization = index > 0 && seeded.share() < 0.4 ? `${move.bucket}-${index}` : move.bucket;
    prepare(scene, kind, admin, move, organization, day - 2);
    for (const [wave, part] of parts.entries()) {
      if (part.length === 0) continue;
      const bucket =
        wave === parts.length - 1 && waves > 1 && part.length > 5 && seeded.share() < 0.15
          ? `${perOrganization}-b`
          : perOrganization;
      const at = atNight ? offHours(company, day, 0.1) : inHours(company, day, seeded.share() * 0.2);
      end = Math.max(
        end,
        wavePart(
          scene,
          kind,
          { ...move, bucket },
          organization,
          part,
          at,
          seeded.one(hasOwnUser ? [mover] : operators),
        ),
      );
      day = Math.ceil((end - company.start) / DAY) + seeded.between(0, 3);
    }
    if (late > 0) {
      day += seeded.between(1, 4);
      end = Math.max(
        end,
        wavePart(
          scene,
          kind,
          { ...move, bucket: perOrganization },
          organization,
          mailboxes.slice(-late),
          inHours(company, day, 0.4),
          mover,
        ),
      );
    }
    afterwards(scene, kind, admin, move, organization, (end - company.start) / DAY);
  }
  if (hasOwnUser && seeded.share() < 0.5) removeUser(log, admin, mover, end + 2 * DAY);
  return { ...move, from: begin, to: end };
}

function cut<T>(all: readonly T[], parts: number): readonly (readonly T[])[] {
  const size = Math.ceil(all.length / parts);
  return Array.from({ length: parts }, (_, at) => all.slice(at * size, (at + 1) * size));
}

function vendorUser({ log, seeded, company, operators }: Scene, admin: Person, day: number): Person {
  const name = seeded.one(['WMSDK', 'mail-migration', 'zoho-import', 'cloud-mover', 'svc-migrate']);
  const program: Program = seeded.one(['java', 'boto3', 'js', 'go']);
  const addresses = Array.from({ length: seeded.one([1, 1, 2, 4]) }, () => addressOf(seeded));
  const place = (time: number): string => addresses[Math.floor(time / 600_000) % addresses.length] ?? '';
  const user = keyUser(seeded, company, name, place, programsOf(seeded, program, false));
  const at = inHours(company, day, 0.3);
  const maker =
    seeded.share() < 0.3
      ? rootOf(company, operators[0]?.at(at).sourceIPAddress ?? '')
      : (time: number) => admin.at(time);
  log.say(at, maker(at), 'iam', 'CreateUser', {
    request: { userName: name },
    response: { user: { userName: name, arn: user.arn, userId: uuid(seeded) } },
  });
  log.say(at + 40_000, maker(at), 'iam', 'AttachUserPolicy', {
    request: { userName: name, policyArn: 'arn:aws:iam::aws:policy/AmazonWorkMailFullAccess' },
  });
  log.say(at + 70_000, maker(at), 'iam', 'CreateAccessKey', {
    request: { userName: name },
    response: { accessKey: { userName: name, accessKeyId: user.key, status: 'Active' } },
  });
  return user;
}

function rootOf({ account }: Company, sourceIPAddress: string) {
  return () => ({
    userIdentity: {
      type: 'Root',
      principalId: account,
      arn: `arn:aws:iam::${account}:root`,
      accountId: account,
      sessionContext: { attributes: { creationDate: '2026-01-01T00:00:00Z', mfaAuthenticated: 'true' } },
    },
    sourceIPAddress,
    userAgent: agents.browser(20),
  });
}

function removeUser(log: MigrationLog, admin: Person, { name, key }: Person, at: number): void {
  log.say(at, admin.at(at), 'iam', 'DeleteAccessKey', { request: { userName: name, accessKeyId: key } });
  log.say(at + 20_000, admin.at(at), 'iam', 'DeleteUser', { request: { userName: name } });
}

function prepare(
  scene: Scene,
  kind: MoverKind,
  admin: Person,
  move: Omit<Move, 'from' | 'to'>,
  organization: Organization,
  day: number,
): void {
  const { log, seeded, company } = scene;
  const at = inHours(company, Math.max(1, day), 0.2 + seeded.share() * 0.4);
  const ask = (fields: Fields = {}) => ({ organizationId: organization.id, ...fields });
  for (const [index, action] of ['DescribeOrganization', 'ListUsers', 'ListMailDomains', 'ListGroups'].entries())
    if (seeded.share() < 0.8) log.say(at + index * 9000, admin.at(at), 'workmail', action, { request: ask() });
  if (kind.startsWith('exports')) {
    log.say(at + 300_000, admin.at(at), 's3', 'CreateBucket', { request: { bucketName: move.bucket } });
    log.say(at + 400_000, admin.at(at), 'kms', 'CreateKey', {
      request: { description: 'exports' },
      response: { keyMetadata: { keyId: move.kmsKeyArn.slice(-36), arn: move.kmsKeyArn } },
    });
    const roleName = move.roleArn.slice(move.roleArn.lastIndexOf('/') + 1);
    log.say(at + 500_000, admin.at(at), 'iam', 'CreateRole', {
      request: { roleName, assumeRolePolicyDocument: '{"Principal":{"Service":"export.workmail.amazonaws.com"}}' },
      response: { role: { roleName, arn: move.roleArn, roleId: uuid(seeded) } },
    });
    log.say(at + 520_000, admin.at(at), 'iam', 'PutRolePolicy', { request: { roleName, policyName: 'write' } });
  }
  if (kind === 'impersonation') {
    log.say(at + 600_000, admin.at(at), 'workmail', 'CreateImpersonationRole', {
      request: ask({
        name: 'Migration',
        type: 'FULL_ACCESS',
        rules: [{ impersonationRuleId: 'all', effect: 'ALLOW' }],
      }),
      response: { impersonationRoleId: `${move.impersonationRoleId.slice(0, -2)}${organization.id.slice(-2)}` },
    });
  }
}

function wavePart(
  { log, seeded, company }: Scene,
  kind: MoverKind,
  { bucket, roleArn, kmsKeyArn, impersonationRoleId }: Omit<Move, 'from' | 'to'>,
  organization: Organization,
  part: readonly Mailbox[],
  begin: number,
  who: Person,
): number {
  const ask = (fields: Fields = {}) => ({ organizationId: organization.id, ...fields });
  const say = (time: number, action: string, call = {}) => log.say(time, who.at(time), 'workmail', action, call);
  let at = begin;
  const pace = seeded.one([4000, 20_000, 90_000]);
  if (kind !== 'imap')
    say(at, seeded.one(['ListUsers', 'ListMailboxExportJobs', 'DescribeOrganization']), { request: ask() });
  if (kind.startsWith('exports') || (kind === 'vendor' && who.key.charCodeAt(7) % 2 === 0)) {
    for (const mailbox of part) {
      at += seeded.between(pace / 2, pace * 2);
      const jobId = hexJob(seeded);
      const request = ask({
        clientToken: uuid(seeded),
        entityId: mailbox.id,
        description: `migration ${mailbox.name}`,
        roleArn,
        kmsKeyArn,
        s3BucketName: bucket,
        s3Prefix: `out/${mailbox.name}`,
      });
      if (seeded.share() < 0.06)
        say(at - 1000, 'StartMailboxExportJob', {
          request,
          errorCode: seeded.one(['LimitExceededException', 'ThrottlingException', 'InternalFailure']),
        });
      say(at, 'StartMailboxExportJob', { request, response: { jobId } });
      const roleName = roleArn.slice(roleArn.lastIndexOf('/') + 1);
      log.say(at + 3000, awsService('export.workmail.amazonaws.com'), 'sts', 'AssumeRole', {
        request: { roleArn, roleSessionName: `export-${jobId}` },
        response: {
          credentials: { accessKeyId: 'ASIAEXPORTEXPORT0000' },
          assumedRoleUser: { arn: `arn:aws:sts::${company.account}:assumed-role/${roleName}/export-${jobId}` },
        },
      });
      if (seeded.share() < 0.5) say(at + pace + 5000, 'DescribeMailboxExportJob', { request: ask({ jobId }) });
    }
    say(at + HOUR / 2, 'ListMailboxExportJobs', { request: ask() });
  } else if (kind === 'grantee' || kind === 'vendor') {
    const granteeId = `${organization.id.slice(2, 10)}-1111-4111-8111-${organization.id.slice(10, 22)}`;
    for (const mailbox of part) {
      at += seeded.between(pace / 3, pace);
      const request = ask({ entityId: mailbox.id, granteeId, permissionValues: ['FULL_ACCESS'] });
      if (seeded.share() < 0.04) say(at - 1000, 'PutMailboxPermissions', { request, errorCode: 'ThrottlingException' });
      say(at, 'PutMailboxPermissions', { request });
    }
    if (seeded.share() < 0.6)
      for (const [index, mailbox] of part.entries())
        say(at + 2 * DAY + index * 3000, 'DeleteMailboxPermissions', {
          request: ask({ entityId: mailbox.id, granteeId }),
        });
  } else if (kind === 'impersonation') {
    const roleId = `${impersonationRoleId.slice(0, -2)}${organization.id.slice(-2)}`;
    if (seeded.share() < 0.4) say(at, 'GetImpersonationRole', { request: ask({ impersonationRoleId: roleId }) });
    const times = Math.max(4, Math.ceil(part.length / 4));
    for (let index = 0; index < times; index++) {
      at += seeded.between(20, 55) * 60_000;
      say(at, 'AssumeImpersonationRole', {
        request: ask({ impersonationRoleId: roleId }),
        response: { token: 'HIDDEN_DUE_TO_SECURITY_REASONS', expiresIn: 3600 },
      });
    }
  } else if (seeded.share() < 0.7) {
    for (const mailbox of part) {
      at += seeded.between(pace / 3, pace);
      say(at, 'ResetPassword', { request: ask({ userId: mailbox.id, password: 'HIDDEN_DUE_TO_SECURITY_REASONS' }) });
    }
  }
  return at;
}

function hexJob(seeded: SeededNumbers): string {
  return uuid(seeded);
}

function afterwards(
  { log, seeded, company }: Scene,
  kind: MoverKind,
  admin: Person,
  move: Omit<Move, 'from' | 'to'>,
  organization: Organization,
  day: number,
): void {
  const ask = (fields: Fields = {}) => ({ organizationId: organization.id, ...fields });
  if (kind === 'impersonation' && seeded.share() < 0.7) {
    const at = inHours(company, Math.ceil(day) + 1, 0.5);
    const impersonationRoleId = `${move.impersonationRoleId.slice(0, -2)}${organization.id.slice(-2)}`;
    log.say(at, admin.at(at), 'workmail', 'DeleteImpersonationRole', { request: ask({ impersonationRoleId }) });
  }
  if (seeded.share() < 0.35) return;
  let at = inHours(company, Math.ceil(day) + seeded.between(3, 9), 0.1);
  const action = seeded.one(['DeregisterFromWorkMail', 'DeregisterFromWorkMail', 'DeleteUser']);
  for (const { id } of organization.mailboxes) {
    at += seeded.between(2000, 30_000);
    log.say(at, admin.at(at), 'workmail', action, {
      request: ask(action === 'DeleteUser' ? { userId: id } : { entityId: id }),
    });
  }
  if (seeded.share() < 0.2)
    log.say(at + 500_000, admin.at(at), 'workmail', 'DeleteEmailMonitoringConfiguration', { request: ask() });
  if (seeded.share() < 0.5) {
    log.say(at + 600_000, admin.at(at), 'workmail', 'DeregisterMailDomain', {
      request: ask({ domainName: organization.domain }),
      errorCode: 'MailDomainInUseException',
    });
    log.say(at + 900_000, admin.at(at), 'workmail', 'DeregisterMailDomain', {
      request: ask({ domainName: organization.domain }),
    });
  }
  if (seeded.share() < 0.3)
    log.say(at + DAY, admin.at(at + DAY), 'workmail', 'DeleteOrganization', {
      request: ask({ clientToken: uuid(seeded), deleteDirectory: seeded.share() < 0.5 }),
      response: { organizationId: organization.id, state: 'Deleting' },
    });
}
