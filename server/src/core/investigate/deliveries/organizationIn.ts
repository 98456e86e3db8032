import { parseArn } from '../../explain/values/arn';

/** The id of the organization of WorkMail that an ARN names; undefined where it names something else. */
export function organizationIn(arn: string): string | undefined {
  const parts = parseArn(arn);
  return parts?.service === 'workmail' ? /^organization\/(.+)$/.exec(parts.resource)?.[1] : undefined;
}
