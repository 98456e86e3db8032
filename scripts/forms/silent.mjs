/** Files that quote events or name their fields, and are no logs. */
import { account, events, host, permission, region } from './events.mjs';
import { json, lines, pretty, silent } from './form.mjs';

/** @typedef {import('./form.mjs').Form} Form */

/** @returns {readonly Form[]} */
export function silents() {
  return [...schemas(), ...sources(), ...ordinary()];
}

const pattern = {
  source: ['aws.workmail'],
  'detail-type': ['AWS API Call via CloudTrail'],
  detail: { eventSource: [host], eventName: ['ResetPassword', 'PutMailboxPermissions'] },
};

/** @returns {Form[]} */
function schemas() {
  const event = permission();
  return [
    silent(
      'silent-schema.json',
      'JSON Schema',
      'A schema of an event with a whole event under examples.',
      pretty({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: 'CloudTrail record',
        type: 'object',
        required: ['eventVersion', 'eventSource', 'eventName'],
        properties: {
          eventVersion: { type: 'string' },
          eventSource: { type: 'string' },
          eventName: { type: 'string' },
          userIdentity: { type: 'object' },
        },
        examples: [event],
      }),
    ),
    silent(
      'silent-openapi.json',
      'OpenAPI',
      'An interface that takes events, with an example of one.',
      pretty({
        openapi: '3.1.0',
        info: { title: 'Trail intake', version: '1.2.0' },
        paths: {
          '/events': {
            post: {
              requestBody: { content: { 'application/json': { schema: { type: 'object' }, example: event } } },
              responses: { 202: { description: 'Taken.' } },
            },
          },
        },
      }),
    ),
    silent(
      'silent-cloudformation.json',
      'CloudFormation',
      'A template with a rule that matches events.',
      pretty({
        AWSTemplateFormatVersion: '2010-09-09',
        Description: 'Tells who changes mailboxes.',
        Resources: {
          Rule: {
            Type: 'AWS::Events::Rule',
            Properties: { State: 'ENABLED', EventPattern: pattern, Targets: [{ Id: 'topic', Arn: { Ref: 'Topic' } }] },
          },
        },
      }),
    ),
    silent(
      'silent-cloudformation.yaml',
      'CloudFormation',
      'The same in YAML.',
      lines([
        "AWSTemplateFormatVersion: '2010-09-09'",
        'Resources:',
        '  Rule:',
        '    Type: AWS::Events::Rule',
        '    Properties:',
        '      EventPattern:',
        '        source: [aws.workmail]',
        '        detail:',
        '          eventSource: [workmail.amazonaws.com]',
        '          eventName: [ResetPassword, PutMailboxPermissions]',
        '          userIdentity:',
        '            type: [Root]',
      ]),
    ),
    silent('silent-event-pattern.json', 'EventBridge', 'The pattern of a rule.', pretty(pattern)),
    silent(
      'silent-terraform.tf',
      'Terraform',
      'A metric filter and a rule that name fields.',
      lines([
        'resource "aws_cloudwatch_event_rule" "mail" {',
        '  name = "mail-changes"',
        '  event_pattern = jsonencode({',
        '    detail = {',
        '      eventSource = ["workmail.amazonaws.com"]',
        '      eventName   = ["ResetPassword"]',
        '    }',
        '  })',
        '}',
        '',
        'resource "aws_cloudwatch_log_metric_filter" "mail" {',
        '  pattern = "{ ($.eventSource = \\"workmail.amazonaws.com\\") && ($.eventName = \\"ResetPassword\\") }"',
        '}',
      ]),
    ),
    silent(
      'silent-sigma.yml',
      'Sigma',
      'A rule of detection.',
      lines([
        'title: Mailbox Opened To Another Account',
        'status: experimental',
        'logsource:',
        '  product: aws',
        '  service: cloudtrail',
        'detection:',
        '  selection:',
        '    eventSource: workmail.amazonaws.com',
        '    eventName: PutMailboxPermissions',
        "    requestParameters.permissionValues|contains: 'FULL_ACCESS'",
        '  filter:',
        '    userIdentity.type: AssumedRole',
        '  condition: selection and not filter',
        'level: high',
      ]),
    ),
  ];
}

/** @returns {Form[]} */
function sources() {
  const some = events();
  const event = JSON.stringify(permission(), null, 2);
  return [
    silent(
      'silent-notebook.ipynb',
      'Jupyter',
      'A notebook with an event in a cell of code and in an output.',
      pretty(
        {
          cells: [
            { cell_type: 'markdown', metadata: {}, source: ['# Who opened the mailbox?\n'] },
            {
              cell_type: 'code',
              execution_count: 1,
              metadata: {},
              outputs: [{ name: 'stdout', output_type: 'stream', text: [`${json(some[1])}\n`] }],
              source: [
                ...`event = ${event}`
                  .replaceAll('null', 'None')
                  .replaceAll('false', 'False')
                  .replaceAll('true,', 'True,')
                  .split('\n')
                  .map((line) => `${line}\n`),
                'print(json.dumps(event))',
              ],
            },
          ],
          metadata: { language_info: { name: 'python' } },
          nbformat: 4,
          nbformat_minor: 5,
        },
        1,
      ),
    ),
    silent(
      'silent-test.mts',
      'TypeScript',
      'A test that holds an event as an object.',
      lines([
        "import { expect, it } from 'vitest';",
        "import { handler } from '../src/handler';",
        '',
        `const event = ${event};`,
        '',
        "it('tells about a mailbox that was opened', async () => {",
        "  expect(await handler({ detail: event })).toEqual({ told: 'yes' });",
        '});',
      ]),
    ),
    silent(
      'silent-test.py',
      'Python',
      'A test that holds an event as a text and a dict.',
      lines([
        'import json',
        '',
        'from mail_watch import handler',
        '',
        `EVENT = json.loads('''${event}''')`,
        '',
        '',
        'def test_tells_about_a_mailbox():',
        '    assert handler({"detail": EVENT}, None) == {"eventName": "PutMailboxPermissions", "eventSource": "workmail.amazonaws.com"}',
      ]),
    ),
    silent(
      'silent-handler.js',
      'JavaScript',
      'A function that reads fields of events.',
      lines([
        "'use strict';",
        '',
        'exports.handler = async ({ detail: { eventName, eventSource, userIdentity, requestParameters } }) => {',
        "  if (eventSource !== 'workmail.amazonaws.com' || eventName !== 'ResetPassword') return;",
        '  console.log(JSON.stringify({ eventName, who: userIdentity.arn, whom: requestParameters.userId }));',
        '};',
      ]),
    ),
    silent(
      'silent-query.sql',
      'Athena',
      'A query that names columns.',
      lines([
        'SELECT eventtime, eventname, useridentity.arn, sourceipaddress',
        'FROM cloudtrail_logs',
        "WHERE eventsource = 'workmail.amazonaws.com'",
        "  AND eventname IN ('ResetPassword', 'PutMailboxPermissions')",
        'ORDER BY eventtime;',
      ]),
    ),
  ];
}

/** @returns {Form[]} */
function ordinary() {
  return [
    silent(
      'silent-readme.md',
      'a project',
      'Prose that names fields, with a query in a fence.',
      lines([
        '# Mail watch',
        '',
        'Every record has `eventVersion`, `eventSource`, `eventName` and `userIdentity`; see [the reference](https://example.com).',
        '',
        '```sh',
        'jq \'.Records[] | select(.eventSource == "workmail.amazonaws.com") | {eventTime, eventName}\' trail.json',
        '```',
        '',
        '| Field | Meaning |',
        '| --- | --- |',
        '| `eventName` | what was called |',
        '| `awsRegion` | where |',
      ]),
    ),
    silent(
      'silent-package.json',
      'npm',
      'An ordinary package.json.',
      pretty({
        name: 'mail-watch',
        version: '1.0.0',
        private: true,
        type: 'module',
        scripts: { test: 'vitest run' },
        keywords: ['cloudtrail', 'workmail'],
        dependencies: {},
      }),
    ),
    silent(
      'silent-places.geojson',
      'GeoJSON',
      'Features with points.',
      pretty({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            properties: { eventName: 'Fair', source: 'map' },
            geometry: { type: 'Point', coordinates: [-122.33, 47.6] },
          },
        ],
      }),
    ),
    silent(
      'silent-s3-notification.json',
      'Amazon S3',
      'A notification, whose records have names of fields like those of events.',
      pretty({
        Records: [
          {
            eventVersion: '2.1',
            eventSource: 'aws:s3',
            awsRegion: region,
            eventTime: '2026-05-18T14:09:50.118Z',
            eventName: 'ObjectCreated:Put',
            userIdentity: { principalId: 'AWS:AROAQFORMSDESKEXAMPLE:trail' },
            requestParameters: { sourceIPAddress: '203.0.113.45' },
            responseElements: { 'x-amz-request-id': '7D1C' },
            s3: {
              s3SchemaVersion: '1.0',
              bucket: { name: 'trail-example', arn: 'arn:aws:s3:::trail-example' },
              object: { key: `AWSLogs/${account}/CloudTrail/x.json.gz`, size: 4711 },
            },
          },
        ],
      }),
    ),
    silent(
      'silent-policy.json',
      'AWS IAM',
      'A policy that allows actions of WorkMail.',
      pretty({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: ['workmail:ResetPassword', 'workmail:CreateUser'],
            Resource: '*',
            Condition: { StringEquals: { 'aws:RequestedRegion': region } },
          },
        ],
      }),
    ),
    silent(
      'silent-selectors.json',
      'CloudTrail',
      'Advanced event selectors of a trail, which name fields of events.',
      pretty({
        TrailARN: `arn:aws:cloudtrail:${region}:${account}:trail/mail`,
        AdvancedEventSelectors: [
          {
            Name: 'mail',
            FieldSelectors: [
              { Field: 'eventCategory', Equals: ['Management'] },
              { Field: 'eventSource', Equals: [host] },
              { Field: 'eventName', Equals: ['ResetPassword'] },
            ],
          },
        ],
      }),
    ),
  ];
}
