import { allOf } from '../../query/question';
import type { Act } from '../act';
import { has, ours } from '../chains/asked';
import { TOOK_ROLE } from '../chains/exportLinks';
import { parameterOf } from '../sequences/actTest';
import { type Answer, type Finding, findingOf } from './answer';
import { byWeight, callsFound } from './callsFound';
import type { Grounds } from './grounds';
import type { InquiryFile } from './inquiry';
import { rowLabel } from './rowLabel';
import { counted, when } from './told';

/** Of more roles nobody reads; events of one are counted up to so many. */
const MOST_ROLES = 20;
const MOST_EVENTS = 2000;

/** Every export, and whether WorkMail took the role that it was given. Who read from a bucket is not kept of events of S3. */
export function mailboxExported(inquiry: InquiryFile, grounds: Grounds): Answer {
  const answer = callsFound(inquiry, grounds);
  const jobs = grounds.actsOf('workmail', 'StartMailboxExportJob').filter(({ row }) => row.outcome === 'succeeded');
  if (jobs.length === 0) return answer;
  const taken = rolesTaken(jobs, grounds);
  const findings = [...answer.findings, ...taken].sort(byWeight);
  const notTaken =
    taken.length > 0
      ? []
      : ['That WorkMail took the role of an export is not in these logs: they do not tell whether an export ran.'];
  return { ...answer, findings, notCovered: [...answer.notCovered, ...notTaken] };
}

function rolesTaken(jobs: readonly Act[], { evidence }: Grounds): readonly Finding[] {
  return byRole(jobs).flatMap(([role, ofRole]) => {
    const found = evidence.find(allOf([ours(`${TOOK_ROLE} outcome:succeeded`), has('names', role)]), MOST_EVENTS);
    const told = findingOf(found, (all) => ({
      kind: 'role-taken',
      weight: 'info',
      summary: `WorkMail took the role ${role} ${counted(all.length, 'time')}, ${when(all)}: ${counted(ofRole.length, 'export')} could write with it.`,
      label: rowLabel(`WorkMail took the role of ${counted(ofRole.length, 'export')}`, all),
      entities: [role],
    }));
    return told ?? [];
  });
}

/** The first roles that exports were given, and the exports of each. */
function byRole(jobs: readonly Act[]): readonly (readonly [string, readonly Act[]])[] {
  const found = new Map<string, Act[]>();
  for (const job of jobs) {
    const text = parameterOf(job, 'roleArn');
    if (typeof text !== 'string' || text === '') continue;
    const known = found.get(text);
    if (known !== undefined) known.push(job);
    else if (found.size < MOST_ROLES) found.set(text, [job]);
  }
  return Array.from(found);
}
