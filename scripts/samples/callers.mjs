/** Who makes the calls: one function for each kind of identity that CloudTrail tells apart. */
import { account, identityCenter } from './company.mjs';
import { diceOf } from './dice.mjs';

/**
 * `way` is how the call came: from a program that opened a connection of its own, through the console, or from an AWS
 * service, of which CloudTrail records no connection.
 *
 * @typedef {object} Caller
 * @property {Readonly<Record<string, unknown>>} userIdentity
 * @property {string} sourceIPAddress
 * @property {string} userAgent
 * @property {'program' | 'console' | 'service'} way
 */

export const agents = {
  cli: 'aws-cli/2.27.49 md/awscrt#0.26.1 ua/2.1 os/macos#24.5.0 md/arch#arm64 lang/python#3.13.4 md/pyimpl#CPython m/b,E,Z cfg/retry-mode#standard md/installer#exe md/prompt#off md/command#workmail',
  boto3:
    'Boto3/1.40.11 md/Botocore#1.40.11 ua/2.1 os/linux#6.1.141 md/arch#x86_64 lang/python#3.12.9 md/pyimpl#CPython exec-env/AWS_Lambda_python3.12 cfg/retry-mode#legacy Botocore/1.40.11',
  java: 'aws-sdk-java/2.32.16 md/io#sync md/http#Apache ua/2.1 os/Linux#5.10.239 lang/java#21.0.8 md/OpenJDK_64-Bit_Server_VM#21.0.8 exec-env/AWS_ECS_FARGATE',
  browser:
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36',
  console: 'AWS Internal',
};

/**
 * Names that AWS would have given, always the same for one name.
 *
 * @param {string} prefix AIDA, AROA, AKIA or ASIA
 * @param {string} name
 */
export function idOf(prefix, name) {
  const seed = [...`${prefix}${name}`].reduce((sum, letter) => Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0), 7);
  // An id has 21 characters and a key id 20; EXAMPLE at the end tells both from real ones.
  return `${prefix}${diceOf(seed).capitals(prefix === 'AIDA' || prefix === 'AROA' ? 10 : 9)}EXAMPLE`;
}

/**
 * An IAM user with a long-lived key.
 *
 * @param {string} userName
 * @param {string} accessKeyId
 * @param {Pick<Caller, 'sourceIPAddress' | 'userAgent'>} from
 * @returns {Caller}
 */
export function iamUser(userName, accessKeyId, from) {
  return {
    userIdentity: {
      type: 'IAMUser',
      principalId: idOf('AIDA', userName),
      arn: `arn:aws:iam::${account}:user/${userName}`,
      accountId: account,
      accessKeyId,
      userName,
    },
    ...from,
    way: 'program',
  };
}

/**
 * A session of a role.
 *
 * @param {object} session
 * @param {string} session.role with its path in front, if it has one
 * @param {string} session.name
 * @param {string} session.since when it began
 * @param {boolean} session.mfa
 * @param {Caller['way']} [session.way]
 * @param {string} [session.invokedBy]
 * @param {Pick<Caller, 'sourceIPAddress' | 'userAgent'>} from
 * @returns {Caller}
 */
export function roleSession({ role, name, since, mfa, way = 'program', invokedBy }, from) {
  const roleName = role.slice(role.lastIndexOf('/') + 1);
  const principalId = idOf('AROA', roleName);
  return {
    userIdentity: {
      type: 'AssumedRole',
      principalId: `${principalId}:${name}`,
      arn: `arn:aws:sts::${account}:assumed-role/${roleName}/${name}`,
      accountId: account,
      accessKeyId: idOf('ASIA', `${roleName}${name}${since}`),
      sessionContext: {
        sessionIssuer: {
          type: 'Role',
          principalId,
          arn: `arn:aws:iam::${account}:role/${role}`,
          accountId: account,
          userName: roleName,
        },
        webIdFederationData: {},
        attributes: { creationDate: since, mfaAuthenticated: `${mfa}` },
      },
      ...(invokedBy === undefined ? {} : { invokedBy }),
    },
    ...from,
    way,
  };
}

/**
 * An AWS service acting in its own name.
 *
 * @param {string} host
 * @returns {Caller}
 */
export function awsService(host) {
  return {
    userIdentity: { type: 'AWSService', invokedBy: host },
    sourceIPAddress: host,
    userAgent: host,
    way: 'service',
  };
}

/**
 * The account owner, signed in to the console.
 *
 * @param {string} since
 * @param {string} sourceIPAddress
 * @returns {Caller}
 */
export function root(since, sourceIPAddress) {
  return {
    userIdentity: {
      type: 'Root',
      principalId: account,
      arn: `arn:aws:iam::${account}:root`,
      accountId: account,
      accessKeyId: idOf('ASIA', `root${since}`),
      sessionContext: {
        sessionIssuer: {},
        webIdFederationData: {},
        attributes: { creationDate: since, mfaAuthenticated: 'true' },
      },
    },
    sourceIPAddress,
    userAgent: agents.browser,
    way: 'console',
  };
}

/**
 * Somebody who signed in elsewhere and got a session made with GetFederationToken.
 *
 * @param {string} maker the IAM user who made it
 * @param {string} name
 * @param {string} since
 * @param {Pick<Caller, 'sourceIPAddress' | 'userAgent'>} from
 * @returns {Caller}
 */
export function federatedUser(maker, name, since, from) {
  return {
    userIdentity: {
      type: 'FederatedUser',
      principalId: `${account}:${name}`,
      arn: `arn:aws:sts::${account}:federated-user/${name}`,
      accountId: account,
      accessKeyId: idOf('ASIA', `${name}${since}`),
      sessionContext: {
        sessionIssuer: {
          type: 'IAMUser',
          principalId: idOf('AIDA', maker),
          arn: `arn:aws:iam::${account}:user/${maker}`,
          accountId: account,
          userName: maker,
        },
        webIdFederationData: {},
        attributes: { creationDate: since, mfaAuthenticated: 'false' },
      },
    },
    ...from,
    way: 'program',
  };
}

/**
 * A person of IAM Identity Center, before any role is taken.
 *
 * @param {string} userId
 * @param {string} sourceIPAddress
 * @returns {Caller}
 */
export function identityCenterUser(userId, sourceIPAddress) {
  return {
    userIdentity: {
      type: 'IdentityCenterUser',
      accountId: account,
      onBehalfOf: { userId, identityStoreArn: identityCenter.identityStoreArn },
      credentialId: diceOf(19).guid(),
    },
    sourceIPAddress,
    userAgent: agents.browser,
    way: 'program',
  };
}
