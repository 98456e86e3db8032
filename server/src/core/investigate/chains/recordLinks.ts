import { accesses } from '../access/accesses';
import { type Access, type AccessLink, accessSteps } from '../access/accessLink';
import { rightBehind } from '../access/roleGiven';
import { useBy } from '../access/useAsked';
import type { Act } from '../act';
import { maybeSameHouse } from '../own/house';
import type { OwnRecord } from '../own/ownEvidence';
import { ownNamer } from '../own/ownNames';
import { CLOCKS } from '../own/readDoors';
import { sameRole, takersAt, takingCalls } from '../own/roleTaken';
import type { Grounds } from '../questions/grounds';
import { linksOf } from './accessLinks';
import { isSame } from './asked';
import type { Link } from './link';
import { flowLinks, messageLinks } from './messageLinks';
import { signInLinks } from './signInLinks';
import { tokensMade, tokensUsed } from './tokenLinks';
import { useLinks } from './useLinks';

/** What leads to a record of WorkMail's own logs, the latest first, and what was done with the same right or message then. */
export interface RecordLinks {
  readonly before: readonly Link[];
  readonly around: readonly Link[];
}

/** The chain that a record of WorkMail's own logs belongs to: from a right to what was done with it, with the calls of CloudTrail. */
export function recordLinks(record: OwnRecord, grounds: Grounds): RecordLinks {
  const found = accessesOf(record, grounds);
  const step = stepOf(record);
  const links = found.flatMap((access) => parted(access, step));
  const isTold = found.length > 0 && (record.log === 'mailbox-access' || record.log === 'email-events');
  // That nothing else was done is no news beside what was.
  const others = isTold ? [] : otherwise(record, grounds).filter(({ act }) => found.length === 0 || act !== undefined);
  return {
    before: [
      ...links.flatMap(({ before }) => before),
      ...(found.length > 0 ? [] : roleBehind(record, grounds)),
      ...tokensMade(record, grounds),
    ],
    around: [
      ...links.flatMap(({ around }) => around),
      ...others,
      ...tokensUsed(record, grounds),
      ...flowLinks(record, grounds),
    ],
  };
}

/** Where in the order of the steps a record stands; before all of them where it only lets somebody in. */
function stepOf({ log, what }: OwnRecord): number {
  if (log === 'mailbox-access') return accessSteps.indexOf(what === 'submit_email_for_sending' ? 'sent' : 'read');
  if (log === 'email-events' || log === 'mail-flow')
    return accessSteps.indexOf(what === 'RULE_APPLIED' ? 'forwarded' : 'sent');
  return 0;
}

function parted({ who, links }: Access, step: number): RecordLinks {
  const isBefore = (link: AccessLink): boolean => accessSteps.indexOf(link.step) < step;
  return {
    before: linksOf({ who, links: links.filter(isBefore).reverse() }),
    around: linksOf({ who, links: links.filter((link) => !isBefore(link)) }),
  };
}

function accessesOf(record: OwnRecord, grounds: Grounds): readonly Access[] {
  const { time, organization } = record;
  const isOfHouse = (access: Access): boolean => maybeSameHouse(access.organization, organization);
  if (record.log === 'email-events') return accessesOfMail(record, grounds);
  const [user, owner, role] = [record.text('user'), record.text('owner'), record.text('impersonator')];
  if (role !== '') {
    const taken = takersAt(takingCalls(role, organization, grounds))(time);
    const all = Number.isNaN(time) ? grounds.accesses() : accesses(grounds, useBy(taken));
    return all.filter((access) => sameRole(access.role, role) && isOfHouse(access));
  }
  // Where the log did not tell of roles, what was done may have been done by one.
  const taken = takersAt(takingCalls('', organization, grounds))(time);
  const ofRole = (taken.length === 0 ? [] : accesses(grounds, useBy(taken))).filter(
    (access) => access.role !== '' && access.links.some(({ acts }) => acts.some((act) => isOne(act, record))),
  );
  if (ofRole.length > 0 || user === '') return ofRole;
  const byUser = grounds.accesses().filter((access) => access.role === '' && access.entities[0] === user);
  if (record.log === 'mailbox-access')
    return byUser.filter((access) => access.entities[1] === owner && owner !== user && isOfHouse(access));
  // Whoever signs in reads from there, and what is read from elsewhere another sign-in let in.
  return byUser.filter(
    (access) =>
      record.allowed !== false &&
      isOfHouse(access) &&
      grounds
        .reads()
        .some(
          (reads) =>
            reads.user === user &&
            reads.owner === access.entities[1] &&
            reads.cells.some(({ address, to }) => address === record.address && !(to < time - CLOCKS)),
        ),
  );
}

/** Whether an act is that of a record, or of a copy of it. */
function isOne(act: Act, { act: own }: OwnRecord): boolean {
  if (isSame(act, own)) return true;
  const [one, other] = [act.row, own.row];
  if (one.requestID === '' || one.requestID !== other.requestID || act.time !== own.time) return false;
  return one.source === other.source && one.action === other.action;
}

/** Of a message: those that sent it, or in whose mailbox a rule sent it on; told with what was done in the same minutes. */
function accessesOfMail(record: OwnRecord, grounds: Grounds): readonly Access[] {
  const trace = record.text('trace');
  const own = grounds.evidence.own();
  const same = trace === '' ? [record] : own.records('email-events').filter((each) => each.text('trace') === trace);
  const isOfMessage = ({ acts }: AccessLink): boolean =>
    acts.some((act) => isOne(act, record) || same.some((each) => isSame(each.act, act)));
  return grounds.accesses().flatMap((access) => {
    const links = access.links.filter(isOfMessage);
    if (links.length === 0) return [];
    const takers = links.flatMap((link) => link.takers ?? []);
    if (takers.length === 0) return [access];
    const { role, organization } = access;
    return accesses(grounds, useBy(takers)).filter((each) => each.role === role && each.organization === organization);
  });
}

/** Who took and made the role that something was done by, where nothing else was done by it then. */
function roleBehind(record: OwnRecord, grounds: Grounds): readonly Link[] {
  const role = record.text('impersonator');
  if (role === '') return [];
  const who = `Impersonation role ${ownNamer(grounds.evidence)(role, role)}`;
  return linksOf({ who, links: [...rightBehind(record, role, grounds)].reverse() });
}

/** Where no right in these logs belongs to it: what the same user did, or what became of the message. */
function otherwise(record: OwnRecord, grounds: Grounds): readonly Link[] {
  const name = ownNamer(grounds.evidence);
  switch (record.log) {
    case 'mailbox-access':
      return useLinks(record, grounds, name);
    case 'email-events':
      return messageLinks(record, grounds);
    case 'authentication':
    case 'access-control':
      return signInLinks(record, grounds, name);
    default:
      return [];
  }
}
