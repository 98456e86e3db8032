/** A small log that has something for every section of a report. */
import {
  addEvent,
  addLog,
  emptySummary,
  type JsonObject,
  type ReportSource,
  type Summary,
} from '../../../server/src/core';
import { factsIn, organizationId, recordOf, roleSession, userId } from './given';

const createCarol = recordOf('CreateUser', {
  requestParameters: { organizationId, name: 'carol', displayName: 'Carol' },
  responseElements: { userId: userId(1) },
  eventID: 'e-1',
});

const records: readonly JsonObject[] = [
  createCarol,
  recordOf('ResetPassword', {
    requestParameters: { organizationId, userId: userId(1) },
    userIdentity: roleSession,
    eventTime: '2026-03-01T10:30:00Z',
    sourceIPAddress: '203.0.113.9',
    userAgent: 'curl](https://example.com) | <b>`x`',
    eventID: 'e-2',
  }),
  recordOf('StartMailboxExportJob', {
    requestParameters: null,
    errorCode: 'AccessDenied',
    errorMessage: 'User is not authorized to perform: workmail:StartMailboxExportJob',
    eventTime: '2026-03-01T10:31:00Z',
    eventID: 'e-3',
  }),
  recordOf('CreateInboxRule', { eventTime: 'soon', eventID: 'e-4' }),
  recordOf('GetObject', { eventSource: 's3.amazonaws.com', eventTime: '2026-03-02T00:00:00Z', eventID: 'e-5' }),
  createCarol,
];

export const logs: readonly string[] = [
  JSON.stringify({ Records: records }),
  JSON.stringify(recordOf('ListUsers', { eventID: 'e-6', eventTime: '2026-03-01T08:30:00Z' })).replace(
    ',"awsRegion"',
    '"awsRegion"',
  ),
  '{"name":"package"}',
];

export const sources: readonly ReportSource[] = [
  { label: 'logs/day*.json', form: 'CloudTrail log file' },
  { label: 'one.json', form: 'single CloudTrail record' },
  { label: 'package.json', form: 'not a CloudTrail log', logs: 0 },
];

export function summaryOfDay(): Summary {
  const summary = emptySummary();
  for (const [log, text] of logs.entries()) {
    addLog(summary, log);
    for (const facts of factsIn(text)) addEvent(summary, log, facts);
  }
  return summary;
}
