import { words } from '../../../generated/schemas';
import { restoredAccount } from '../../check/accountId';
import { wordFor } from '../../check/wordFor';
import { inlineCode } from '../escape';
import { recipientOf } from './accounts';
import { ofText } from './context';
import { explainRoleName, explainSessionName } from './sessionNames';
import { meaningOf } from './wordLists';

/** The parts of an Amazon Resource Name. Service, Region and account can be empty. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** @returns undefined for a text that is no ARN */
export function parseArn(text: string): Arn | undefined {
  if (text.length > 2048) return undefined;
  const found = /^arn:(aws[a-z-]*):([A-Za-z0-9-]*):([a-z0-9-]*):([^:/]*):(.+)$/s.exec(text);
  if (found === null) return undefined;
  const [, partition = '', service = '', region = '', account = '', resource = ''] = found;
  return { partition, service, region, account, resource };
}

const PARTITIONS: ReadonlyMap<string, string> = new Map([
  ['aws-cn', 'the Chinese Regions'],
  ['aws-us-gov', 'AWS GovCloud (US)'],
]);

/** An ARN taken apart: what it names, whose it is, and what that means for WorkMail. */
export const explainArn = ofText((text, { record, isNoted }) => {
  const arn = parseArn(text);
  if (arn === undefined) return [];
  const owner = [
    arn.account === '' ? '' : ` Account ${inlineCode(arn.account)}.`,
    arn.region === '' ? '' : ` Region ${inlineCode(arn.region)}.`,
    arn.partition === 'aws'
      ? ''
      : ` Partition ${inlineCode(arn.partition)}, ${PARTITIONS.get(arn.partition) ?? 'an AWS of its own'}.`,
  ].join('');
  const recipient = recipientOf(record.event);
  const foreign =
    !isNoted && recipient !== undefined && /^\d{12}$/.test(arn.account) && arn.account !== restoredAccount(recipient)
      ? [`It belongs to another account than ${inlineCode(recipient)}, which received this record.`]
      : [];
  const word = wordFor(words().identifiers, text);
  const more = [...(word === undefined ? [] : [meaningOf(word)]), ...explainNames(arn), ...foreign];
  return [`${nameOf(arn)}.${owner}`, ...(more.length === 0 ? [] : [more.join(' ')])];
});

function nameOf({ service, resource }: Arn): string {
  const [kind = '', ...rest] = resource.split('/');
  const last = inlineCode(rest.at(-1) ?? '', 256);
  switch (`${service}:${kind}`) {
    case 'iam:root':
      return '**The account owner**';
    case 'iam:user':
      return `**IAM user** ${last}`;
    case 'iam:role':
      return `**IAM role** ${last}`;
    case 'sts:assumed-role':
      return `**Session** ${inlineCode(rest.slice(1).join('/'), 256)} **of the IAM role** ${inlineCode(rest[0] ?? '', 256)}`;
    case 'sts:federated-user':
      return `**Federated user** ${last}`;
    case 'workmail:organization':
      return `**WorkMail organization** ${last}`;
    case 'workmailmessageflow:message':
      return `**${rest[1] === 'outgoing' ? 'Outgoing' : 'Incoming'} message** ${last} of the organization ${inlineCode(rest[0] ?? '', 128)}`;
    default:
      return `**Resource of** ${inlineCode(service === '' ? 'an unnamed service' : service)}: ${inlineCode(resource, 256)}`;
  }
}

function explainNames({ service, resource }: Arn): readonly string[] {
  const [kind, role = '', ...session] = resource.split('/');
  if (service === 'sts' && kind === 'assumed-role') {
    return [...explainRoleName(role), ...explainSessionName(session.join('/'))];
  }
  return service === 'iam' && kind === 'role' ? explainRoleName(resource.slice(resource.lastIndexOf('/') + 1)) : [];
}
