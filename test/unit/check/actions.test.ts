import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { catalog } from '../../../server/src/generated/schemas';
import { changed, createUser, named, problemsOfEvent } from './events';

const found = (fields: Parameters<typeof changed>[0]): readonly string[] => named(problemsOfEvent(changed(fields)));
const request = Object(createUser.requestParameters);
const MASK = 'HIDDEN_DUE_TO_SECURITY_REASONS';

suite('parameters', () => {
  test('of the wrong type are errors', () => {
    const wrong = { ...request, displayName: 5, organizationId: ['x'] };
    assert.deepEqual(found({ requestParameters: wrong }), [
      'parameter-type requestParameters.organizationId',
      'parameter-type requestParameters.displayName',
    ]);
  });

  test('that are unknown, missing, too long or of unknown value are hints', () => {
    assert.deepEqual(found({ requestParameters: { ...request, nickName: 'x' } }), [
      'unknown-parameter requestParameters.nickName',
    ]);
    assert.deepEqual(found({ requestParameters: { displayName: 'x', organizationId: request.organizationId } }), [
      'missing-parameter requestParameters',
    ]);
    assert.deepEqual(found({ requestParameters: { ...request, name: 'x'.repeat(65) } }), [
      'parameter-size requestParameters.name',
    ]);
    assert.deepEqual(found({ requestParameters: { ...request, role: 'OWNER' } }), [
      'parameter-value requestParameters.role',
    ]);
  });

  test('that AWS itself writes in another form are found only by a rule that is off', () => {
    const own = { ...request, organizationId: 'm-5b1c980000EXAMPLE' };
    assert.deepEqual(found({ requestParameters: own }), ['parameter-pattern requestParameters.organizationId']);
  });

  test('whose names differ in case only are neither unknown nor missing', () => {
    const { name, displayName, organizationId } = request;
    assert.deepEqual(
      found({ requestParameters: { Name: name, DisplayName: displayName, OrganizationId: organizationId } }),
      [],
    );
  });

  test('that are secrets may be missing, masked or there', () => {
    for (const password of [undefined, MASK, '***', '****', '<sensitiveDataRemoved>', 'sensitiveDataRemoved']) {
      const given = password === undefined ? request : { ...request, password };
      assert.deepEqual(found({ requestParameters: given }), [], password);
    }
  });

  test('of a prototype are not taken for parameters', () => {
    const odd: unknown = JSON.parse(`{"__proto__":{"name":5},"constructor":1,${JSON.stringify(request).slice(1)}`);
    assert.deepEqual(found({ requestParameters: Object(odd) }), [
      'unknown-parameter requestParameters.__proto__',
      'unknown-parameter requestParameters.constructor',
    ]);
  });
});

suite('nothing is said of', () => {
  const silent: Readonly<Record<string, Parameters<typeof changed>[0]>> = {
    'a mask in place of all parameters': { requestParameters: MASK },
    'masks in place of values of any type': {
      requestParameters: { name: MASK, displayName: MASK, organizationId: MASK, role: MASK },
    },
    'null in place of a value': { requestParameters: { ...request, displayName: null } },
    'parameters that were too large': {
      requestParameters: { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' },
    },
    'parameters that were too large, as documentation has them': { requestParameters: { omitted: true } },
    'an answer that was too large': {
      responseElements: { reason: 'responseElements too large', omitted: 'true', originalSize: '1' },
    },
    'a denied call': { errorCode: 'AccessDenied', errorMessage: 'no', requestParameters: null, responseElements: null },
    'a call that failed because of its parameters': {
      errorCode: 'InvalidParameterException',
      requestParameters: { name: 5, extra: true },
      responseElements: null,
    },
    'a failure that has a message only': { errorMessage: 'no', requestParameters: { name: 5 }, responseElements: null },
    'a failure that is explained in the answer': {
      errorCode: 'AccessDenied',
      responseElements: { message: 'User is not authorized' },
    },
    'no parameters at all': { requestParameters: null },
    'an action of the console': {
      eventName: 'SetJournalingRules',
      requestParameters: { anything: [1] },
      responseElements: null,
    },
  };
  for (const [name, fields] of Object.entries(silent)) test(name, () => assert.deepEqual(found(fields), []));
});

suite('the name of an action', () => {
  const suggested: readonly (readonly [written: string, meant: string | undefined])[] = [
    ['CreatUser', 'CreateUser'],
    ['createuser', 'CreateUser'],
    ['CreateUsers', 'CreateUser'],
    ['CraeteUser', 'CreateUser'],
    ['GetRawMessageContents', 'GetRawMessageContent'],
    ['ListMailboxPermision', 'ListMailboxPermissions'],
    ['CreateInboxRule', undefined],
    ['Frobnicate', undefined],
    ['x'.repeat(500), undefined],
  ];
  for (const [written, meant] of suggested) {
    test(`${written.slice(0, 30)} may mean ${meant ?? 'nothing known'}`, () => {
      const [problem, ...others] = problemsOfEvent(changed({ eventName: written, readOnly: undefined })).filter(
        ({ path }) => path[0] === 'eventName',
      );
      assert.deepEqual([problem?.code, others], ['WT302', []]);
      assert.equal(problem?.detail.suggestion, meant === undefined ? '' : ` Did you mean ${meant}?`);
    });
  }

  test('every action of the catalog is known under its own source', () => {
    for (const [eventName, { eventSource }] of catalog()) {
      const event = changed({
        eventName,
        eventSource,
        requestParameters: null,
        responseElements: null,
        readOnly: undefined,
      });
      assert.deepEqual(named(problemsOfEvent(event)), [], eventName);
    }
  });

  test('an action of the other service is said to be one', () => {
    assert.deepEqual(found({ eventName: 'GetRawMessageContent' }), ['action-of-other-service eventName']);
  });

  test('a source in another case is the same source', () => {
    assert.deepEqual(found({ eventSource: 'WorkMail.amazonaws.com' }), []);
    const flow = { requestParameters: { messageId: 'a1b2c3' }, responseElements: null, readOnly: true };
    assert.deepEqual(
      found({ ...flow, eventName: 'GetRawMessageContent', eventSource: 'workmailmessageflow.amazonaws.com' }),
      [],
    );
  });

  test('readOnly that differs from what is expected is a hint', () => {
    assert.deepEqual(found({ readOnly: true }), ['read-only-differs readOnly']);
  });
});
