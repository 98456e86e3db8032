import type { EventRecord } from '../../record';
import { inlineCode } from '../escape';
import { textAt } from '../members';

/** What a refusal by IAM says. */
export interface Denial {
  /** The ARN of the identity that was refused. */
  readonly identity: string;
  /** IAM's name for what was refused: `workmail:CreateUser`. */
  readonly permission: string;
  readonly resource: string | undefined;
  /** Whether some policy forbids it, rather than none allowing it. */
  readonly explicit: boolean;
  /** The kind of policy that decided, in our words; undefined when the message does not tell. */
  readonly policy: string | undefined;
}

const POLICIES: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/service control polic/i, 'a service control policy of the AWS organization'],
  [/resource control polic/i, 'a resource control policy of the AWS organization'],
  [/permissions boundar/i, 'the permissions boundary of the identity'],
  [/session polic/i, 'the policy of the session'],
  [/VPC endpoint polic/i, 'the policy of a VPC endpoint'],
  [/resource-based polic/i, 'the policy of the resource'],
  [/identity-based polic/i, 'a policy of the identity'],
  [/role trust polic/i, 'the trust policy of the role'],
];

/** @returns undefined for a message of another kind */
function parseDenial(message: string): Denial | undefined {
  if (message.length > 8192) return undefined;
  const found = /\bUser: (\S+) is not authorized to perform: ([\w-]+:[\w*]+)(?: on resource: (\S+))?(.*)$/s.exec(
    message,
  );
  if (found === null) return undefined;
  const [, identity = '', permission = '', resource, reason = ''] = found;
  return {
    identity,
    permission,
    resource,
    explicit: /explicit deny/i.test(reason),
    policy: POLICIES.find(([pattern]) => pattern.test(reason))?.[1],
  };
}

/** Who was refused what and why; nothing for a message of another kind. */
export function explainDenial(message: string, record: EventRecord): readonly string[] {
  const denial = parseDenial(message);
  if (denial === undefined) return [];
  const what = `Refused: ${inlineCode(denial.permission)} to ${inlineCode(denial.identity, 256)}`;
  const resource = denial.resource === undefined ? '' : ` on ${inlineCode(denial.resource, 256)}`;
  const name = textAt(record.event, 'eventName');
  const other =
    name !== undefined && !denial.permission.toLowerCase().endsWith(`:${name.toLowerCase()}`)
      ? ' The name of the permission is not that of the action, which is usual where one permission covers several actions.'
      : '';
  return [`${what}${resource}.${reasonOf(denial)}${other}`];
}

function reasonOf({ policy, explicit }: Denial): string {
  if (policy === undefined) return explicit ? ' Some policy forbids it.' : '';
  return explicit ? ` It is forbidden by ${policy}.` : ` It would have to be allowed by ${policy}, and is not.`;
}
