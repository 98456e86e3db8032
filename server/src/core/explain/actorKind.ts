/** The kinds of identities that can act. */
export type ActorKind =
  | 'root'
  | 'iam-user'
  | 'role-session'
  | 'federated-user'
  | 'identity-center-user'
  | 'aws-service'
  | 'aws-account'
  /** A sign-in that an outside provider vouched for, by SAML or a web identity token. */
  | 'web-identity'
  | 'unknown';

const KIND_WORDS: Readonly<Record<ActorKind, string>> = {
  root: 'account owner',
  'iam-user': 'IAM user',
  'role-session': 'role session',
  'federated-user': 'federated user',
  'identity-center-user': 'Identity Center user',
  'aws-service': 'AWS service',
  'aws-account': 'another account',
  'web-identity': 'outside sign-in',
  unknown: 'unknown identity',
};

/** A kind of identity, for a sentence. */
export function actorKindWords(kind: ActorKind): string {
  return KIND_WORDS[kind];
}
