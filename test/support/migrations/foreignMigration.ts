import { SeededNumbers } from '../seededNumbers';
import type { Migration } from './migration';
import { type Call, type Caller, capitals, type Fields, hex, MigrationLog, uuid } from './migrationLog';

/**
 * Moves as another author would make them up: long ones with few calls a day, programs with sessions named by numbers, people who sign in
 * to the console, thieves who take their time. Nothing of the first generator is in it but the form of a record.
 */
export function foreignMigrationOf(seed: number, hasTheft: boolean): Migration {
  const dice = new SeededNumbers(seed + 7_000_001);
  const account = `0${dice.between(10_000_000_000, 99_999_999_999)}`;
  const log = new MigrationLog(dice, account, 'eu-west-1');
  const house = houseOf(dice, account);
  const way = dice.one(['jobs', 'jobs', 'tokens', 'grants', 'sdk'] as const);
  const { end, loud } = move(log, dice, house, way);
  routine(log, dice, house, end);
  let about = `${seed}: ${way}, ${house.users.length} users`;
  if (hasTheft) log.stealing(() => (about += `, ${steal(log, dice, house, way, end, loud)}`));
  return { events: log.events, theft: log.theft, about };
}

type Dice = SeededNumbers;
type Who = (time: number, address?: string, agent?: string) => Caller;
interface House {
  readonly account: string;
  readonly org: string;
  readonly users: readonly string[];
  readonly boss: Who;
  readonly deputy: Who;
  readonly desk: Who;
  readonly reporter: Who;
  readonly worker: Who;
  readonly night: boolean;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 9, 5);
const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';
const BOTO = 'Boto3/1.35.2 md/Botocore#1.35.2 ua/2.0 os/linux#5.15 md/arch#x86_64 lang/python#3.11.9 Botocore/1.35.2';
const CLI = 'aws-cli/2.17.5 md/awscrt#0.20 ua/2.0 os/windows#10 md/arch#amd64 lang/python#3.11.8';

function address(dice: Dice): string {
  return dice.share() < 0.15
    ? `2a02:${hex(dice, 4)}:${hex(dice, 4)}:${hex(dice, 4)}:${hex(dice, 4)}::${hex(dice, 2)}`
    : `${dice.between(11, 190)}.${dice.between(0, 255)}.${dice.between(0, 255)}.${dice.between(1, 254)}`;
}

function houseOf(dice: Dice, account: string): House {
  const size = dice.one([5, 8, 14, 30, 60, 150, 400]);
  const bySid = dice.share() < 0.3;
  const users = Array.from({ length: size }, (_, at) =>
    bySid ? `S-1-1-12-${dice.between(1e8, 9e8)}-${dice.between(1e8, 9e8)}-${at}` : uuid(dice),
  );
  const [office, vpn, depot] = [address(dice), address(dice), address(dice)];
  const person = (name: string): Who => {
    const id = `AIDA${capitals(dice, 17)}`;
    const key = `AKIA${capitals(dice, 16)}`;
    const home = address(dice);
    return (time, from, agent) => {
      const chance = dice.share();
      const inConsole = chance < 0.4;
      return {
        userIdentity: {
          type: 'IAMUser',
          principalId: id,
          arn: `arn:aws:iam::${account}:user/staff/${name}`,
          accountId: account,
          accessKeyId: inConsole ? `ASIA${capitals(dice, 16)}` : key,
          userName: name,
          ...(inConsole
            ? { sessionContext: { attributes: { creationDate: iso(time - HOUR), mfaAuthenticated: 'true' } } }
            : {}),
        },
        sourceIPAddress: from ?? (dice.share() < 0.75 ? office : dice.share() < 0.5 ? vpn : home),
        userAgent: agent ?? (inConsole ? CHROME : CLI),
      };
    };
  };
  const session =
    (role: string, at: string): Who =>
    (time, from, agent) => ({
      userIdentity: {
        type: 'AssumedRole',
        principalId: `AROA${role.toUpperCase().padEnd(17, 'X').slice(0, 17)}:botocore-session-${Math.floor(time / HOUR)}`,
        arn: `arn:aws:sts::${account}:assumed-role/${role}/botocore-session-${Math.floor(time / HOUR)}`,
        accountId: account,
        accessKeyId: `ASIA${capitals(dice, 16)}`,
        sessionContext: {
          sessionIssuer: {
            type: 'Role',
            arn: `arn:aws:iam::${account}:role/${role}`,
            accountId: account,
            userName: role,
          },
          attributes: { creationDate: iso(time - 60_000), mfaAuthenticated: 'false' },
        },
      },
      sourceIPAddress: from ?? at,
      userAgent: agent ?? BOTO,
    });
  return {
    account,
    org: `m-${hex(dice, 32)}`,
    users,
    boss: person('k.berg'),
    deputy: person('r.silva'),
    desk: person('service.desk'),
    reporter: session('LicenceReport', address(dice)),
    worker: session('MailMoveWorker', depot),
    night: dice.share() < 0.4,
  };
}

function iso(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function workday(dice: Dice, day: number): number {
  const at = START + day * DAY;
  const week = new Date(at).getUTCDay();
  return at + (week === 6 ? 2 : week === 0 ? 1 : 0) * DAY + (7 + dice.share() * 9) * HOUR;
}

function move(log: MigrationLog, dice: Dice, house: House, way: string): { end: number; loud: Fields } {
  const { org, users, account } = house;
  const ask = (more: Fields = {}): Call => ({ request: { organizationId: org, ...more } });
  const mover: Who = way === 'sdk' || dice.share() < 0.5 ? house.worker : house.boss;
  let at = workday(dice, 2);
  const loud = {
    roleArn: `arn:aws:iam::${account}:role/exports`,
    kmsKeyArn: `arn:aws:kms:eu-west-1:${account}:key/${uuid(dice)}`,
    s3BucketName: `archive.${hex(dice, 6)}`,
  };
  log.say(at, house.boss(at), 'workmail', 'ListOrganizations', { request: {} });
  log.say(at + MINUTE, house.boss(at), 'workmail', 'ListUsers', ask());
  const roleId = uuid(dice);
  if (way === 'tokens')
    log.say(at + 9 * MINUTE, house.boss(at), 'workmail', 'CreateImpersonationRole', {
      ...ask({
        name: 'ews',
        type: dice.one(['READ_ONLY', 'FULL_ACCESS']),
        rules: [{ impersonationRuleId: '1', effect: 'ALLOW' }],
      }),
      response: { impersonationRoleId: roleId },
    });
  const perDay = Math.max(2, Math.ceil(users.length / dice.between(2, 9)));
  const reader = `mover@${hex(dice, 5)}.example`;
  let day = 4;
  for (let next = 0; next < users.length; next += perDay) {
    at = house.night ? START + day * DAY + 21 * HOUR : workday(dice, day);
    for (const user of users.slice(next, next + perDay)) {
      at += dice.between(1, 12) * MINUTE;
      if (way === 'jobs' || way === 'sdk') {
        const jobId = hex(dice, 32);
        const request = { organizationId: org, entityId: user, clientToken: uuid(dice), s3Prefix: user, ...loud };
        if (dice.share() < 0.05)
          log.say(at - 9000, mover(at), 'workmail', 'StartMailboxExportJob', {
            request,
            errorCode: 'LimitExceededException',
          });
        log.say(at, mover(at), 'workmail', 'StartMailboxExportJob', { request, response: { jobId } });
        log.say(at + 4 * MINUTE, mover(at), 'workmail', 'DescribeMailboxExportJob', ask({ jobId }));
      } else if (way === 'grants') {
        log.say(
          at,
          mover(at),
          'workmail',
          'PutMailboxPermissions',
          ask({ entityId: user, granteeId: reader, permissionValues: ['FULL_ACCESS'] }),
        );
      } else
        log.say(at, mover(at), 'workmail', 'AssumeImpersonationRole', {
          ...ask({ impersonationRoleId: roleId }),
          response: { token: '***', expiresIn: 3600 },
        });
    }
    day += dice.between(1, 3);
  }
  if (way === 'grants' && dice.share() < 0.7)
    for (const [index, user] of users.entries())
      log.say(
        at + DAY + index * 2000,
        mover(at + DAY),
        'workmail',
        'DeleteMailboxPermissions',
        ask({ entityId: user, granteeId: reader }),
      );
  if (dice.share() < 0.6)
    for (const [index, user] of users.entries()) {
      const off = workday(dice, day + 6) + index * 20_000;
      log.say(off, house.deputy(off), 'workmail', 'DeregisterFromWorkMail', ask({ entityId: user }));
    }
  return { end: at, loud: { ...loud, roleId } };
}

function routine(log: MigrationLog, dice: Dice, house: House, end: number): void {
  const { org, users } = house;
  const days = Math.ceil((end - START) / DAY) + 12;
  for (let day = 0; day < days; day++) {
    if (dice.share() < 0.5)
      log.say(START + day * DAY + 3 * HOUR, house.reporter(START + day * DAY + 3 * HOUR), 'workmail', 'ListUsers', {
        request: { organizationId: org },
      });
    for (let times = dice.between(0, 3); times > 0; times--) {
      const at = workday(dice, day);
      const who = dice.one([house.desk, house.desk, house.boss, house.deputy]);
      const user = dice.one(users);
      const [action, more] = dice.one<readonly [string, Fields]>([
        ['ResetPassword', { userId: user }],
        ['PutMailboxPermissions', { entityId: user, granteeId: dice.one(users), permissionValues: ['FULL_ACCESS'] }],
        ['CreateAlias', { entityId: user, alias: `a${day}@x.example` }],
        ['DescribeUser', { userId: user }],
        ['UpdateUser', { userId: user, lastName: 'Neu' }],
        ['ListMailboxPermissions', { entityId: user }],
        ['AssociateMemberToGroup', { groupId: uuid(dice), memberId: user }],
        ['PutMobileDeviceAccessOverride', { userId: user, deviceId: 'd', effect: 'ALLOW' }],
      ]);
      log.say(at, who(at), 'workmail', action, { request: { organizationId: org, ...more } });
      if (dice.share() < 0.3) log.say(at + MINUTE, who(at), 'ec2', 'DescribeInstances');
      if (dice.share() < 0.2)
        log.say(at + 2 * MINUTE, who(at), 's3', 'PutBucketPolicy', { request: { bucketName: `b${day}` } });
    }
  }
}

function steal(log: MigrationLog, dice: Dice, house: House, way: string, end: number, loud: Fields): string {
  const { org, users, account } = house;
  const place = address(dice);
  const agent = dice.one([CLI, BOTO, CHROME, 'aws-sdk-go-v2/1.30.0 os/linux lang/go#1.22', 'python-requests/2.31']);
  const hand = dice.one(['worker', 'boss', 'desk', 'own', 'visitor'] as const);
  const key = `AKIA${capitals(dice, 16)}`;
  const own: Who = () => ({
    userIdentity: {
      type: 'IAMUser',
      principalId: `AIDA${key.slice(4)}X`,
      arn: `arn:aws:iam::${account}:user/health-check`,
      accountId: account,
      accessKeyId: key,
      userName: 'health-check',
    },
    sourceIPAddress: place,
    userAgent: agent,
  });
  const foreign = String(dice.between(100_000_000_000, 999_999_999_999));
  const visitor: Who = (time) => ({
    userIdentity: {
      type: 'AssumedRole',
      principalId: `AROAVISITOR:${foreign}`,
      arn: `arn:aws:sts::${account}:assumed-role/VendorAccess/${foreign}`,
      accountId: account,
      accessKeyId: `ASIA${capitals(dice, 16)}`,
      sessionContext: {
        sessionIssuer: {
          type: 'Role',
          arn: `arn:aws:iam::${account}:role/VendorAccess`,
          accountId: account,
          userName: 'VendorAccess',
        },
        attributes: { creationDate: iso(time), mfaAuthenticated: 'false' },
      },
    },
    sourceIPAddress: place,
    userAgent: agent,
  });
  const who: Who = { worker: house.worker, boss: house.boss, desk: house.desk, own, visitor }[hand];
  let at = START + dice.between(1, Math.ceil((end - START) / DAY) + 3) * DAY + dice.between(0, 23) * HOUR;
  const say = (minutes: number, action: string, more: Fields = {}, rest: Call = {}): void => {
    at += minutes * MINUTE;
    log.say(at, who(at, place, agent), 'workmail', action, { request: { organizationId: org, ...more }, ...rest });
  };
  if (hand === 'own') {
    const maker = house.boss(at, place, CHROME);
    log.say(at, maker, 'iam', 'CreateUser', {
      request: { userName: 'health-check' },
      response: { user: { arn: `arn:aws:iam::${account}:user/health-check` } },
    });
    log.say(at + 5000, maker, 'iam', 'PutUserPolicy', { request: { userName: 'health-check', policyName: 'x' } });
    log.say(at + 9000, maker, 'iam', 'CreateAccessKey', {
      request: { userName: 'health-check' },
      response: { accessKey: { userName: 'health-check', accessKeyId: key } },
    });
  }
  if (dice.share() < 0.5) {
    for (const action of ['DescribeOrganization', 'ListUsers', 'ListResources', 'ListMailboxExportJobs'])
      say(1, action);
    if (dice.share() < 0.5) at += 9 * HOUR;
  }
  if (dice.share() < 0.25)
    for (const action of ['ResetPassword', 'CreateUser', 'ListGroups'])
      say(1, action, {}, { request: null, errorCode: 'AccessDeniedException' });
  const guards = dice.share();
  if (guards < 0.12) say(3, 'DeleteEmailMonitoringConfiguration');
  else if (guards < 0.2)
    say(3, 'PutEmailMonitoringConfiguration', {
      roleArn: `arn:aws:iam::${foreign}:role/l`,
      logGroupArn: `arn:aws:logs:eu-west-1:${foreign}:log-group:x`,
    });
  const victims = users.slice(-Math.min(dice.between(1, 6), Math.ceil(users.length / 3)));
  const loot = dice.one(['jobs', 'jobs abroad', 'grants', 'role', 'moved role', 'gateway'] as const);
  if (loot.startsWith('jobs')) {
    const to = loot === 'jobs' ? account : foreign;
    for (const entityId of victims)
      say(
        dice.between(1, 9),
        'StartMailboxExportJob',
        {
          entityId,
          clientToken: uuid(dice),
          s3BucketName: 'x-mailstore',
          s3Prefix: 'p',
          roleArn: `arn:aws:iam::${to}:role/store`,
          kmsKeyArn: `arn:aws:kms:eu-west-1:${to}:key/${hex(dice, 8)}-0000-4000-8000-${hex(dice, 12)}`,
        },
        { response: { jobId: hex(dice, 32) } },
      );
    say(40, 'ListMailboxExportJobs');
  } else if (loot === 'grants') {
    const granteeId = dice.one([uuid(dice), 'office-archive@x.example', dice.one(users.slice(0, 2))]);
    for (const entityId of victims)
      say(2, 'PutMailboxPermissions', { entityId, granteeId, permissionValues: ['FULL_ACCESS'] });
    for (const entityId of victims) say(dice.between(5, 60), 'DeleteMailboxPermissions', { entityId, granteeId });
  } else if (loot === 'role' || way !== 'tokens') {
    if (loot === 'gateway') {
      say(5, 'CreateSmtpGateway', { gatewayName: 'g' });
      say(2, 'CreateOutboundMailFlowRule', { ruleName: 'all' });
    } else {
      const impersonationRoleId = uuid(dice);
      say(
        4,
        'CreateImpersonationRole',
        { name: 'audit', type: 'READ_ONLY', rules: [{ impersonationRuleId: '1', effect: 'ALLOW' }] },
        { response: { impersonationRoleId } },
      );
      for (let times = dice.between(1, 6); times > 0; times--)
        say(dice.between(10, 120), 'AssumeImpersonationRole', { impersonationRoleId });
      if (dice.share() < 0.5) say(5, 'DeleteImpersonationRole', { impersonationRoleId });
    }
  } else {
    say(1, 'ListImpersonationRoles');
    for (let times = dice.between(1, 4); times > 0; times--)
      say(dice.between(10, 60), 'AssumeImpersonationRole', { impersonationRoleId: loud.roleId });
  }
  return `${hand} ${loot}`;
}
