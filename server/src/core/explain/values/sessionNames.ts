/** What the name of a role or of its session tells by its form. */

const SESSION_NAMES: readonly (readonly [pattern: RegExp, meaning: string])[] = [
  [/^i-[0-9a-f]{8,17}$/, 'The name of the session is the id of an EC2 instance, which got the role for its programs.'],
  [/^botocore-session-\d+$/, 'A program in Python made up the name of the session, so it names nobody.'],
  [/^aws-(?:sdk|go-sdk|sdk-[a-z0-9-]+)-\S+$/, 'A program made up the name of the session, so it names nobody.'],
  [/^AWSCLI-Session$/, 'The AWS command line made up the name of the session, so it names nobody.'],
  [/^[^@\s]{1,64}@[^@\s]{1,255}$/, 'The name of the session looks like the person who signed in.'],
];

const ROLE_NAMES: readonly (readonly [pattern: RegExp, meaning: string])[] = [
  [/^AWSReservedSSO_/, 'A permission set of IAM Identity Center: people get it by signing in there.'],
  [/^AWSServiceRoleFor/, 'A role that only an AWS service can use.'],
  [
    /^(?:OrganizationAccountAccessRole|AWSControlTowerExecution)$/,
    'A role through which another account of the company administers this one.',
  ],
];

/** One sentence, or none. */
export function explainSessionName(name: string): readonly string[] {
  return meaning(SESSION_NAMES, name);
}

/** One sentence, or none. */
export function explainRoleName(name: string): readonly string[] {
  return meaning(ROLE_NAMES, name);
}

function meaning(names: typeof ROLE_NAMES, name: string): readonly string[] {
  if (name.length > 320) return [];
  const found = names.find(([pattern]) => pattern.test(name));
  return found === undefined ? [] : [found[1]];
}
