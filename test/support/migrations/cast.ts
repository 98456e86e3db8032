import type { SeededNumbers } from '../seededNumbers';
import type { Company } from './company';
import { type Caller, capitals, hex } from './migrationLog';

/** Somebody or something that calls: its identity at a time, and where from. */
export interface Person {
  readonly name: string;
  readonly arn: string;
  /** A long-lived key; empty for sessions. */
  readonly key: string;
  readonly at: (time: number) => Caller;
  /** The same identity from elsewhere. */
  readonly from: (time: number, address: string, userAgent: string) => Caller;
  readonly userAgent: string;
}

export const agents = {
  cli: (minor: number) =>
    `aws-cli/2.${minor}.${minor % 7} md/awscrt#0.26.1 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.3`,
  boto3: (minor: number) => `Boto3/1.${minor}.11 md/Botocore#1.${minor}.11 ua/2.1 os/linux#6.1.141 lang/python#3.12.9`,
  java: (minor: number) => `aws-sdk-java/2.${minor}.16 md/io#sync ua/2.1 os/Linux#5.10 lang/java#21.0.8`,
  js: (minor: number) =>
    `aws-sdk-js/3.${minor}.0 ua/2.1 os/linux#6.1 lang/js md/nodejs#20.11.1 api/workmail#3.${minor}.0`,
  go: (minor: number) => `aws-sdk-go-v2/1.${minor}.2 ua/2.1 os/linux lang/go#1.23.4 md/GOOS#linux`,
  pwsh: (minor: number) => `AWSPowerShell.NetCore/4.1.${minor} .NET/8.0 OS/Windows PowerShell/7.4`,
  browser: (minor: number) =>
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/${100 + minor}.0.0.0 Safari/537.36`,
};
export type Program = keyof typeof agents;

export function addressOf(seeded: SeededNumbers): string {
  return seeded.share() < 0.2
    ? `2001:db8:${hex(seeded, 4)}:${hex(seeded, 3)}::${hex(seeded, 3)}`
    : `${seeded.one(['198.51.100', '203.0.113', '192.0.2', '100.64.3'])}.${seeded.between(2, 250)}`;
}

/** An office address, maybe one of a VPN, maybe a home with IPv6 whose end changes from day to day. */
export function placesOf(seeded: SeededNumbers, office: string): (time: number) => string {
  const vpn = seeded.share() < 0.5 ? addressOf(seeded) : office;
  const home = `2001:db8:${hex(seeded, 4)}:${hex(seeded, 4)}`;
  const hasHome = seeded.share() < 0.3;
  const roams = seeded.share() < 0.12;
  return (time) => {
    const day = Math.floor(time / 86_400_000);
    const chance = ((day * 2_654_435_761) >>> 0) % 100;
    if (roams && chance > 90) return `100.64.${day % 200}.${(day * 7) % 250}`;
    if (hasHome && chance > 70) return `${home}:${(day % 4096).toString(16)}::1`;
    return chance > 45 ? office : vpn;
  };
}

/** The program changes its version after some days, and once in a while the console is used. */
export function programsOf(seeded: SeededNumbers, program: Program, alsoConsole: boolean): (time: number) => string {
  const minor = seeded.between(10, 40);
  return (time) => {
    const day = Math.floor(time / 86_400_000);
    const hour = Math.floor(time / 3_600_000);
    if (alsoConsole && hour % 5 === 0) return agents.browser(minor);
    return agents[program](minor + Math.floor((day % 60) / 9));
  };
}

export function keyUser(
  seeded: SeededNumbers,
  { account }: Pick<Company, 'account'>,
  name: string,
  place: (time: number) => string,
  program: (time: number) => string,
): Person {
  const key = `AKIA${capitals(seeded, 16)}`;
  const arn = `arn:aws:iam::${account}:user/${name}`;
  const userIdentity = {
    type: 'IAMUser',
    principalId: `AIDA${capitals(seeded, 17)}`,
    arn,
    accountId: account,
    accessKeyId: key,
    userName: name,
  };
  const from = (_: number, sourceIPAddress: string, userAgent: string) => ({
    userIdentity,
    sourceIPAddress,
    userAgent,
  });
  return { name, arn, key, from, at: (time) => from(time, place(time), program(time)), userAgent: program(0) };
}

export function roleUser(
  seeded: SeededNumbers,
  { account }: Pick<Company, 'account'>,
  role: string,
  session: string,
  place: (time: number) => string,
  program: (time: number) => string,
): Person {
  const principal = `AROA${capitals(seeded, 17)}`;
  const keys = capitals(seeded, 8);
  const hours = seeded.one([1, 1, 8]) * 3_600_000;
  const mfa = String(seeded.share() < 0.7);
  const arn = `arn:aws:iam::${account}:role/${role}`;
  const from = (time: number, sourceIPAddress: string, userAgent: string): Caller => {
    const since = Math.floor(time / hours);
    return {
      userIdentity: {
        type: 'AssumedRole',
        principalId: `${principal}:${session}`,
        arn: `arn:aws:sts::${account}:assumed-role/${role}/${session}`,
        accountId: account,
        accessKeyId: `ASIA${keys}${String(since % 100_000_000).padStart(8, '0')}`,
        sessionContext: {
          sessionIssuer: { type: 'Role', principalId: principal, arn, accountId: account, userName: role },
          webIdFederationData: {},
          attributes: { creationDate: `${new Date(since * hours).toISOString().slice(0, 19)}Z`, mfaAuthenticated: mfa },
        },
      },
      sourceIPAddress,
      userAgent,
    };
  };
  return {
    name: session,
    arn,
    key: '',
    from,
    at: (time) => from(time, place(time), program(time)),
    userAgent: program(0),
  };
}

export function awsService(host: string): Caller {
  return { userIdentity: { type: 'AWSService', invokedBy: host }, sourceIPAddress: host, userAgent: host };
}
