/** Definitions that quote events or name their fields, and are no logs: schemas, templates, rules. */
import { host, permission } from './events.mjs';
import { lines, pretty, silent } from './form.mjs';

/** @typedef {import('./form.mjs').Form} Form */

const pattern = {
  source: ['aws.workmail'],
  'detail-type': ['AWS API Call via CloudTrail'],
  detail: { eventSource: [host], eventName: ['ResetPassword', 'PutMailboxPermissions'] },
};

/** @returns {readonly Form[]} */
export function silentDefinitions() {
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
