import { allOf, anyOf, type Question } from '../../query/question';
import type { Act } from '../act';
import type { Evidence } from '../evidence';
import { between, has, ours } from './asked';
import { beganAt } from './sessionLinks';
import { accountIn, timeText, trailOf } from './words';

/** Of events that may have begun a session, so many are looked at. */
const MOST = 200;
/** A session begins in the second in which it is given out, by the clocks of two services. Milliseconds. */
const AROUND = 60_000;
const SIGN_INS = 'service:signin action:ConsoleLogin,SwitchRole,GetSigninToken outcome:succeeded';
const GIVERS = 'service:sts,rolesanywhere,sso,cognito-identity outcome:succeeded';

/** The event that gave out what an event was signed with: by its key, else by the name of the session and when it began. The last one before it. */
export function giverOf({ row }: Act, { find }: Evidence, isMet: (act: Act) => boolean): Act | undefined {
  const began = beganAt(row.sessionCreated);
  const near = (question: Question): readonly Question[] =>
    Number.isNaN(began) ? [] : [between(question, began - AROUND, began + AROUND)];
  const asked = [
    has('made', row.accessKey),
    ...near(allOf([ours(GIVERS), has('made', row.sessionName === '' ? '' : row.actorArn)])),
    ...near(allOf([ours(SIGN_INS), anyOf([has('arn', row.actorArn), has('id', row.actorId)])])),
  ];
  for (const question of asked) {
    const found = find(question, MOST).filter((each) => !isMet(each) && !(each.row.time > row.time));
    const last = found.at(-1);
    if (last !== undefined) return last;
  }
  return undefined;
}

/** Which event would have given out the credentials of an act, and where it would be. */
export function wouldGive({ row, facts }: Act): string {
  const { actor } = facts;
  const began = beganAt(row.sessionCreated);
  const when = Number.isNaN(began) ? `before ${timeText(row.time)}` : `about ${timeText(began)}`;
  const key = row.accessKey === '' ? '' : ` whose answer names ${row.accessKey}`;
  if (actor.kind === 'role-session') {
    const where = trailOf(accountIn(row.sessionIssuer) || row.account);
    const name = row.sessionName === '' ? '' : `, for the session ${row.sessionName}`;
    return `AssumeRole, AssumeRoleWithSAML or AssumeRoleWithWebIdentity of sts${key}${name}: in ${where}, in the Region where sts was called, ${when}. CloudTrail has it among the events that read.`;
  }
  const where = trailOf(actor.accountId ?? row.account);
  return `ConsoleLogin of signin, or GetSessionToken of sts${key}: in ${where}, in us-east-1 or the Region of the sign-in, ${when}.`;
}
