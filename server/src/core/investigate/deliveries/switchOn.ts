import { logDeliveries } from '../../../generated/logDeliveries';
import type { Evidence } from '../evidence';
import { EMAIL_EVENTS } from './logDeliveriesFile';
import type { OwnLog } from './ownLog';
import { courseText, titleOf } from './ownLogWords';

/** One of WorkMail's own logs that tells what CloudTrail does not, and how it is had. */
export interface LogToAsk {
  /** As PutDeliverySource has it, or `EMAIL_EVENTS`. */
  readonly logType: string;
  readonly title: string;
  readonly tells: string;
  /** From when to when it can be counted on, as these logs tell; empty where they tell nothing. Values as they are. */
  readonly delivered: readonly string[];
  /** Commands of the AWS CLI that switch it on; words in capitals are the reader's. None where it is on at the end. */
  readonly commands: readonly string[];
  /** What is said beside them. */
  readonly note: string;
}

/** An organization as commands name it; words in capitals are the reader's. */
export interface NamedOrganization {
  readonly organizationId: string;
  readonly arn: string;
}

/**
 * @param logTypes those of questions: see `ownLogs` there
 * @param organization see `onlyOrganization`
 */
export function logsToAsk(
  logTypes: readonly string[],
  logs: readonly OwnLog[],
  organization: NamedOrganization,
): readonly LogToAsk[] {
  return logTypes.map((logType) => {
    const own = logs.filter((log) => log.logType === logType);
    const isOn = own.some(({ changes }) => changes.at(-1)?.isOn === true);
    const { switchOn, switchOnNote, emailEvents } = logDeliveries();
    const isOfEvents = logType === EMAIL_EVENTS;
    const { name = 'NAME', tells = '' } = logDeliveries().logs[logType] ?? {};
    const values = { ...organization, name, logType };
    return {
      logType,
      title: titleOf(logType),
      tells: isOfEvents ? emailEvents.tells : tells,
      delivered: own.map(courseText),
      commands: isOn ? [] : (isOfEvents ? emailEvents.switchOn : switchOn).map((text) => filled(text, values)),
      note: isOfEvents ? emailEvents.note : isOn ? '' : switchOnNote,
    };
  });
}

/** The one organization that calls are about; where there are several, the reader has to choose. */
export function onlyOrganization({ mail }: Pick<Evidence, 'mail'>): NamedOrganization {
  const found = new Map<string, string>();
  for (const { facts, row } of mail) {
    if (row.outcome !== 'succeeded') continue;
    const { organizationId } = facts;
    // What stands in a command is typed into a shell: of a log that somebody made up nothing else may get there.
    if (found.has(organizationId) || !ORGANIZATION.test(organizationId)) continue;
    const isWhole = REGION.test(row.region) && ACCOUNT.test(row.account);
    found.set(
      organizationId,
      isWhole ? `arn:aws:workmail:${row.region}:${row.account}:organization/${organizationId}` : '',
    );
    if (found.size > 1) break;
  }
  const [only] = found;
  if (only === undefined || found.size > 1) return { organizationId: 'ORGANIZATION', arn: 'ORGANIZATION_ARN' };
  return { organizationId: only[0], arn: only[1] || 'ORGANIZATION_ARN' };
}

const ORGANIZATION = /^m-[0-9a-f]{32}$/;
const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d$/;
const ACCOUNT = /^\d{12}$/;

function filled(command: string, values: Readonly<Record<string, string>>): string {
  return command.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? name.toUpperCase());
}
