import { type Answer, migrationOrTheft } from '../../../server/src/core';
import { evidenceOfEvents } from '../evidenceOf';

type Fields = Readonly<Record<string, unknown>>;

/** Who calls, from where, and with which program. */
export interface Hands {
  readonly name: string;
  readonly address: string;
  readonly program: string;
}

const ACCOUNT = '111111111111';
const ORGANIZATION = 'm-d281d0a2fd824be5b6cd3d3ce909fd27';
const DAY = 86_400_000;
const MINUTE = 60_000;
const START = Date.UTC(2026, 4, 4);

export const desk: Hands = { name: 'help.desk', address: '198.51.100.7', program: 'Mozilla/5.0 Chrome/139.0.0.0' };
export const admin: Hands = { name: 'mail.admin', address: '198.51.100.7', program: 'aws-cli/2.27.49' };
export const colleague: Hands = { name: 'second.admin', address: '198.51.100.9', program: 'aws-cli/2.27.49' };
export const mover: Hands = { name: 'mail-mover', address: '192.0.2.140', program: 'Boto3/1.40.11' };
/** Where nobody of the house works. */
export const ELSEWHERE = '203.0.113.77';

export function arnOf({ name }: Hands): string {
  return `arn:aws:iam::${ACCOUNT}:user/${name}`;
}

/** A mailbox by its number. */
export function mailboxOf(number: number): string {
  return `5e807c17-0000-4000-a000-${String(number).padStart(12, '0')}`;
}

/** A log of a small company, told call by call: whoever calls is an IAM user with a key that stays. */
export class House {
  readonly events: Fields[] = [];

  /**
   * @param day from the first of the log on
   * @param minute of that day
   */
  say(
    day: number,
    minute: number,
    hands: Hands,
    action: string,
    request: Fields,
    response: Fields | null = null,
  ): void {
    this.sayTo('workmail', day, minute, hands, action, { organizationId: ORGANIZATION, ...request }, response);
  }

  sayTo(
    service: string,
    day: number,
    minute: number,
    { name, address, program }: Hands,
    action: string,
    request: Fields,
    response: Fields | null = null,
  ): void {
    const number = String(this.events.length).padStart(12, '0');
    this.events.push({
      eventVersion: '1.09',
      userIdentity: {
        type: 'IAMUser',
        principalId: `AIDA${name.toUpperCase()}`,
        arn: `arn:aws:iam::${ACCOUNT}:user/${name}`,
        accountId: ACCOUNT,
        accessKeyId: `AKIA${name.toUpperCase().replace(/\W/g, '')}EXAMPLE`,
        userName: name,
      },
      eventTime: `${new Date(START + day * DAY + minute * MINUTE).toISOString().slice(0, 19)}Z`,
      eventSource: `${service}.amazonaws.com`,
      eventName: action,
      awsRegion: 'us-east-1',
      sourceIPAddress: address,
      userAgent: program,
      requestParameters: request,
      responseElements: response,
      requestID: `00000000-0000-4000-8000-${number}`,
      eventID: `7a1e7d2e-0000-4000-8000-${number}`,
      readOnly: /^(?:List|Describe|Get)/.test(action),
      eventType: 'AwsApiCall',
      managementEvent: true,
      recipientAccountId: ACCOUNT,
      eventCategory: 'Management',
    });
  }

  /** Some days of a help desk and of those who look after mail. */
  ordinaryDays(days: number, mailboxes = 30): void {
    for (let day = 0; day < days; day++) {
      const mailbox = mailboxOf((day * 7) % mailboxes);
      this.say(day, 540 + day, desk, 'ResetPassword', { userId: mailbox });
      this.say(day, 600 + day, admin, 'UpdateMailboxQuota', { userId: mailbox, mailboxQuota: 51_200 });
      this.say(day, 660 + day, colleague, 'AssociateMemberToGroup', { groupId: 'g-1', memberId: mailbox });
    }
  }

  /** A user for the move, made in the office. */
  makeMover(day: number): void {
    const user = { userName: mover.name, arn: arnOf(mover), userId: 'AIDAMAIL-MOVER' };
    this.sayTo('iam', day, 600, admin, 'CreateUser', { userName: mover.name }, { user });
    this.sayTo('iam', day, 601, admin, 'CreateAccessKey', { userName: mover.name }, { accessKey: user });
  }

  makeRole(day: number, minute: number, hands: Hands, role: string, type = 'FULL_ACCESS'): void {
    const rules = [{ impersonationRuleId: 'r1', name: 'all', effect: 'ALLOW' }];
    this.say(day, minute, hands, 'CreateImpersonationRole', { name: role, type, rules }, { impersonationRoleId: role });
  }

  /** A token of an impersonation role. */
  take(day: number, minute: number, hands: Hands, role: string): void {
    this.say(day, minute, hands, 'AssumeImpersonationRole', { impersonationRoleId: role }, { expiresIn: 900 });
  }

  /** FULL_ACCESS on a mailbox. */
  open(day: number, minute: number, hands: Hands, mailbox: string, grantee: string): void {
    this.say(day, minute, hands, 'PutMailboxPermissions', {
      entityId: mailbox,
      granteeId: grantee,
      permissionValues: ['FULL_ACCESS'],
    });
  }

  close(day: number, minute: number, hands: Hands, mailbox: string, grantee: string): void {
    this.say(day, minute, hands, 'DeleteMailboxPermissions', { entityId: mailbox, granteeId: grantee });
  }

  /** A move by grants to one reader, in the evening of a day. */
  moveByGrants(day: number, mailboxes = 30): void {
    this.makeMover(day - 1);
    for (let number = 0; number < mailboxes; number++)
      this.open(day, 1200 + number, mover, mailboxOf(number), 'reader');
  }

  /** A move by an impersonation role, in the evening of a day. */
  moveByRole(day: number, mailboxes = 30): void {
    this.makeMover(day - 1);
    this.makeRole(day - 1, 610, admin, 'ir-move');
    for (let number = 0; number < mailboxes; number++) this.take(day, 1200 + number, mover, 'ir-move');
  }

  get answer(): Answer {
    return migrationOrTheft(evidenceOfEvents(this.events));
  }
}

/** What is told of weight: of each stray and each move its weight, whoever acts, and its calls that are no reads. */
export function weighty({ findings }: Answer): readonly (readonly string[])[] {
  return findings
    .filter(({ weight }) => weight !== 'low' && weight !== 'medium')
    .map(({ weight, acts }) => {
      const actions = acts.filter(({ row }) => row.readOnly !== true).map(({ row }) => row.action);
      const names = Array.from(new Set(acts.map(({ row }) => row.actor)));
      return [weight, names.sort().join(' '), counted(actions)];
    });
}

/** `CreateAlias, 3 ResetPassword` */
function counted(actions: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const action of actions) counts.set(action, (counts.get(action) ?? 0) + 1);
  return Array.from(counts, ([action, count]) => (count === 1 ? action : `${count} ${action}`)).join(', ');
}
