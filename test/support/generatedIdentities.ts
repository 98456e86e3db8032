import fc from 'fast-check';
import type { JsonObject } from '../../server/src/core/record';

/** Accounts, addresses and names from the ranges that are kept free for examples. */
export const ACCOUNT = '111111111111';
const OTHER_ACCOUNT = '222222222222';

const name = fc.constantFrom('jane.doe', 'WMSDK', 'cost-report', 'Zoë 🌍', 'o\'neil "ops"', 'migration, phase {2}');
const key = fc.stringMatching(/^[A-Z2-7]{9}EXAMPLE$/);

const user = fc.tuple(name, key).map(
  ([userName, id]): JsonObject => ({
    type: 'IAMUser',
    principalId: `AIDA${id}`,
    arn: `arn:aws:iam::${ACCOUNT}:user/${userName}`,
    accountId: ACCOUNT,
    accessKeyId: `AKIA${id}`,
    userName,
  }),
);

const session = fc.tuple(name, key, fc.boolean()).map(
  ([role, id, hasMfa]): JsonObject => ({
    type: 'AssumedRole',
    principalId: `AROA${id}:${role}@example.com`,
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/MailAdmin/${role}@example.com`,
    accountId: ACCOUNT,
    accessKeyId: `ASIA${id}`,
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: `AROA${id}`,
        arn: `arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso.amazonaws.com/MailAdmin`,
        accountId: ACCOUNT,
        userName: 'MailAdmin',
      },
      webIdFederationData: {},
      attributes: { creationDate: '2026-03-01T06:02:11Z', mfaAuthenticated: String(hasMfa) },
    },
  }),
);

const others: fc.Arbitrary<JsonObject | null> = fc.constantFrom<JsonObject | null>(
  {
    type: 'Root',
    principalId: ACCOUNT,
    arn: `arn:aws:iam::${ACCOUNT}:root`,
    accountId: ACCOUNT,
    accessKeyId: '',
    sessionContext: { attributes: { mfaAuthenticated: 'false', creationDate: '2026-03-01T06:00:00Z' } },
  },
  { type: 'AWSService', invokedBy: 'export.workmail.amazonaws.com' },
  { type: 'AWSAccount', principalId: 'AIDAQ2EXAMPLEEXAMPLE', accountId: OTHER_ACCOUNT },
  { accountId: ACCOUNT, invokedBy: 'events.workmail.amazonaws.com' },
  {},
  null,
);

/** Who made a call: users and sessions mostly, services and nobody now and then. */
export const identity: fc.Arbitrary<JsonObject | null> = fc.oneof(
  { weight: 3, arbitrary: user },
  { weight: 3, arbitrary: session },
  { weight: 1, arbitrary: others },
);
