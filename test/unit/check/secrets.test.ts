import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { SchemaNode } from '../../../server/src/core/check/schemaTypes';
import { actionSchemas } from '../../../server/src/generated/schemas';
import { changed, named, problemsOfEvent } from './events';

const organizationId = 'm-d281d0a2fd824be5b6cd3d3ce909fd27';
const userId = 'S-1-1-12-3456789012-345678901-2345678901-2345';
const impersonationRoleId = '3c1b0a4f-8d5e-4a8e-9a1b-5a8f1f1c2d3e';

function found(eventName: string, fields: Parameters<typeof changed>[0]): readonly string[] {
  const event = changed({ eventName, responseElements: null, ...fields });
  return named(problemsOfEvent(event)).filter((problem) => problem.includes('-in-clear'));
}

const password = (value: string | number | null): Parameters<typeof changed>[0] => ({
  requestParameters: { organizationId, userId, password: value },
});
const ewsProvider = { ewsEndpoint: 'https://mail.example.com/ews', ewsUsername: 'svc', ewsPassword: 'Sommer-2026!' };

suite('a secret in clear', () => {
  const cases: readonly (readonly [action: string, fields: Parameters<typeof changed>[0], problem: string])[] = [
    ['ResetPassword', password('Sommer-2026!'), 'secret-in-clear requestParameters.password'],
    ['ResetPassword', password(20_260_301), 'secret-in-clear requestParameters.password'],
    [
      'ResetPassword',
      { ...password('short'), errorCode: 'InvalidPasswordException' },
      'secret-in-clear requestParameters.password',
    ],
    ['ResetUserPassword', password('Sommer-2026!'), 'secret-in-clear requestParameters.password'],
    [
      'UpdateAvailabilityConfiguration',
      { requestParameters: { organizationId, domainName: 'example.com', ewsProvider } },
      'secret-in-clear requestParameters.ewsProvider.ewsPassword',
    ],
    [
      'AssumeImpersonationRole',
      {
        requestParameters: { organizationId, impersonationRoleId },
        responseElements: { token: 'kZ9vQx7LmWn4TsB2', expiresIn: 900 },
      },
      'token-in-clear responseElements.token',
    ],
  ];
  for (const [action, fields, problem] of cases) {
    test(`${action} ${JSON.stringify(fields)}`, () => assert.deepEqual(found(action, fields), [problem]));
  }
});

suite('no secret in clear is', () => {
  const cases: readonly (readonly [what: string, action: string, fields: Parameters<typeof changed>[0]])[] = [
    ['one that CloudTrail has masked', 'ResetPassword', password('HIDDEN_DUE_TO_SECURITY_REASONS')],
    ['one that somebody has masked', 'ResetPassword', password('[REDACTED]')],
    ['one of which a part is masked', 'ResetPassword', password('So********')],
    ['one that is not there', 'ResetPassword', password(null)],
    ['an empty one', 'ResetPassword', password('')],
    ['one that documentation makes up', 'ResetPassword', password('EXAMPLE-password')],
    ['a masked request', 'ResetPassword', { requestParameters: 'HIDDEN_DUE_TO_SECURITY_REASONS' }],
    ['a token that pages a list', 'ListUsers', { requestParameters: { organizationId, nextToken: 'kZ9vQx7LmWn4' } }],
    [
      'a token of another service',
      'AssumeRole',
      { eventSource: 'sts.amazonaws.com', responseElements: { credentials: { sessionToken: 'IQoJb3JpZ2luX2VjEKz' } } },
    ],
  ];
  for (const [what, action, fields] of cases) test(what, () => assert.deepEqual(found(action, fields), []));
});

test('no secret of a schema stands in a list, where it would not be looked for', () => {
  const inLists: string[] = [];
  const walk = (node: SchemaNode, path: string, isInList: boolean): void => {
    if (isInList && node['x-secret'] === true) inLists.push(path);
    for (const [name, property] of node.properties ?? []) walk(property, `${path}.${name}`, isInList);
    if (node.items !== undefined) walk(node.items, `${path}[]`, true);
  };
  for (const [action, { requestParameters, responseElements }] of actionSchemas()) {
    walk(requestParameters, `${action}.requestParameters`, false);
    walk(responseElements, `${action}.responseElements`, false);
  }
  assert.deepEqual(inLists, [], 'Let core/check/secrets.ts look into lists.');
});
