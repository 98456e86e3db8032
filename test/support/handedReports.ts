import {
  addEvent,
  addLog,
  analyze,
  ask,
  type CaseHeader,
  emptySummary,
  factsOf,
  groundsOf,
  type HandedFormat,
  type HandedLogs,
  handedReport,
  inquiryIds,
} from '../../server/src/core';
import { evidenceOf } from './evidenceOf';

export const caseHeader: CaseHeader = {
  title: 'A theft in a move',
  author: 'Ida Novak',
  reference: 'CASE-1042',
  made: Date.UTC(2026, 4, 17, 10),
  tool: 'WorkMail Trail 1.0.0',
};

/** The report on one log, called `a log`, as it is handed over. */
export function handedOn(
  text: string,
  format: HandedFormat,
  header = caseHeader,
  logs: HandedLogs = new Map(),
): string {
  const summary = emptySummary();
  addLog(summary, 0);
  for (const record of analyze(text)) addEvent(summary, 0, factsOf(record));
  const grounds = groundsOf(evidenceOf({ 'a log': text }));
  const answers = inquiryIds.map((id) => ({ id, answer: ask(id, grounds) }));
  const sources = [{ label: 'a log', form: 'CloudTrail log file' }];
  return handedReport(summary, sources, { format, header, logs }, { answers });
}

/** A log in which every text that somebody may write is this one. */
export function sayingEverywhere(text: string): string {
  const records = [0, 1, 2].map((at) => ({
    eventVersion: '1.08',
    eventTime: `2026-05-17T01:0${at}:00Z`,
    eventSource: 'workmail.amazonaws.com',
    eventName: 'CreateUser',
    awsRegion: `eu-west-1${text}`,
    sourceIPAddress: `203.0.113.7${text}`,
    userAgent: text,
    userIdentity: { type: 'IAMUser', userName: text, arn: `arn:aws:iam::111111111111:user/${text}`, accessKeyId: text },
    requestParameters: { organizationId: `m-${text}`, name: text, userId: text },
    responseElements: { userId: text },
    errorCode: text,
    errorMessage: text,
    eventID: `${text}${at}`,
    eventType: 'AwsApiCall',
    recipientAccountId: '111111111111',
  }));
  return JSON.stringify({ Records: records });
}
