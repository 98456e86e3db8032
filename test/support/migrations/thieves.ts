import type { SeededNumbers } from '../seededNumbers';
import { addressOf, agents, keyUser, type Person, type Program, roleUser } from './cast';
import { type Company, HOUR } from './company';
import { type Caller, capitals, type MigrationLog, uuid } from './migrationLog';
import type { Move } from './movers';
import type { Staff } from './ordinary';

export type Access = 'mover' | 'admin' | 'dormant' | 'fresh' | 'sync' | 'desk' | 'insider' | 'assumed';
export const accesses: readonly Access[] = [
  'mover',
  'mover',
  'admin',
  'admin',
  'dormant',
  'fresh',
  'fresh',
  'sync',
  'desk',
  'insider',
  'assumed',
];

/** The hands that steal: who, from where, with which program. */
export interface Thief {
  readonly access: Access;
  readonly at: (time: number) => Caller;
}

interface Given {
  readonly log: MigrationLog;
  readonly seeded: SeededNumbers;
  readonly company: Company;
  readonly staff: Staff;
  readonly move: Move;
}

/** Whoever steals; what opens the way, such as a user of its own, is told at `time`, before anything is stolen. */
export function thiefOf({ log, seeded, company, staff, move }: Given, access: Access, time: number): Thief {
  const [home, other] = [addressOf(seeded), addressOf(seeded)];
  const changes = seeded.share() < 0.15;
  const address = (at: number): string => (changes && Math.floor(at / HOUR) % 2 === 1 ? other : home);
  const imitates = seeded.share() < 0.3;
  const own = agents[seeded.one<Program>(['cli', 'boto3', 'go', 'js', 'cli'])](seeded.between(1, 60));
  const as = (person: Person): Thief => {
    const userAgent = imitates ? person.userAgent : own;
    return { access, at: (at) => person.from(at, address(at), userAgent) };
  };
  const admin = seeded.one(staff.admins);
  switch (access) {
    case 'mover':
      return as(move.mover);
    case 'admin':
      return as(admin);
    case 'sync':
      return as(staff.sync ?? admin);
    case 'desk':
      return as(seeded.one(staff.helpDesk));
    case 'insider':
      return { access, at: admin.at };
    case 'dormant':
      return as(keyUser(seeded, company, seeded.one(['old-backup', 'ci-deploy', 'contractor7']), address, () => own));
    case 'assumed': {
      const role = roleUser(
        seeded,
        company,
        seeded.one(['OrganizationAccountAccessRole', 'BackupRole']),
        'session1',
        address,
        () => own,
      );
      return as(role);
    }
    case 'fresh': {
      const name = seeded.one(['support-svc', 'backup2', 'aws-monitor', 'WMSDK2']);
      const fresh = keyUser(seeded, company, name, address, () => own);
      const maker: Caller =
        seeded.share() < 0.7 ? admin.from(time, address(time), own) : fromRoot(seeded, company, address(time));
      log.say(time, maker, 'iam', 'CreateUser', {
        request: { userName: name },
        response: { user: { userName: name, arn: fresh.arn } },
      });
      log.say(time + 9000, maker, 'iam', 'AttachUserPolicy', {
        request: {
          userName: name,
          policyArn: `arn:aws:iam::aws:policy/${seeded.one(['AdministratorAccess', 'AmazonWorkMailFullAccess'])}`,
        },
      });
      log.say(time + 15_000, maker, 'iam', 'CreateAccessKey', {
        request: { userName: name },
        response: { accessKey: { userName: name, accessKeyId: fresh.key } },
      });
      return as(fresh);
    }
  }
}

function fromRoot(seeded: SeededNumbers, { account }: Company, sourceIPAddress: string): Caller {
  return {
    userIdentity: {
      type: 'Root',
      principalId: account,
      arn: `arn:aws:iam::${account}:root`,
      accountId: account,
      accessKeyId: `ASIA${capitals(seeded, 16)}`,
    },
    sourceIPAddress,
    userAgent: agents.browser(seeded.between(1, 30)),
  };
}

/** An account and what lies in it that a thief exports to. */
export function lootOf(seeded: SeededNumbers, company: Company, isForeign: boolean) {
  const account = isForeign ? String(seeded.between(100_000_000_000, 999_999_999_999)) : company.account;
  return {
    isForeign,
    bucket: `${seeded.one(['backup', 'archive', 'tmp', 'mail-archive'])}-${seeded.between(1000, 9999)}`,
    roleArn: `arn:aws:iam::${account}:role/${seeded.one(['backup', 'exporter', 'MailboxExport2'])}`,
    kmsKeyArn: `arn:aws:kms:${company.region}:${account}:key/${uuid(seeded)}`,
  };
}
