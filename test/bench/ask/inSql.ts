import { type InquiryId, inquiryIds } from '../../../server/src/core';
import { inquiries } from '../../../server/src/generated/questions';

/**
 * The questions as SQL, over a table `events` with a column for each thing that is asked, the request and the answer as JSON. They are
 * kind to the database: nothing is phrased, weighed or told apart beyond what a query says, of the 27 sequences there are six, and of
 * moves the broad strokes.
 */
const OWN: Partial<Readonly<Record<InquiryId, readonly string[]>>> = {
  'way-in': [
    `SELECT h.arn, h.key, min(h.time), any_value(g.name), any_value(g.arn), min(g.time) FROM heavy h
     LEFT JOIN (SELECT *, coalesce((answer->>'$.credentials.accessKeyId'), (answer->>'$.accessKey.accessKeyId')) AS made
       FROM events WHERE source IN ('sts.amazonaws.com', 'iam.amazonaws.com', 'signin.amazonaws.com')) g ON g.made = h.key
     GROUP BY h.arn, h.key`,
    `SELECT h.arn, count(*) FROM events e JOIN (SELECT arn, min(time) AS began FROM heavy GROUP BY arn) h
     ON e.arn = h.arn AND e.error IS NOT NULL AND e.time <= h.began GROUP BY h.arn`,
  ],
  'mail-read': [
    `SELECT arn, key, name, count(*), min(time), max(time), list(DISTINCT address) FROM events WHERE error IS NULL AND
     name IN ('AssumeImpersonationRole', 'StartMailboxExportJob', 'GetRawMessageContent', 'PutMailboxPermissions', 'CreateImpersonationRole')
     AND source LIKE 'workmail%' GROUP BY arn, key, name`,
    `SELECT arn, key, count(*), min(time), max(time) FROM events WHERE source = 'kms.amazonaws.com' AND name = 'Decrypt'
     AND contains(request, 'workmail') GROUP BY arn, key`,
  ],
  'log-complete': [
    `SELECT source, region, account, count(*), min(time), max(time) FROM events GROUP BY source, region, account`,
    `SELECT time, arn, name, request FROM events WHERE source = 'cloudtrail.amazonaws.com' AND name IN
     ('StopLogging', 'DeleteTrail', 'UpdateTrail', 'PutEventSelectors', 'StartLogging') ORDER BY time`,
    `SELECT time, before FROM (SELECT time, lag(time) OVER (ORDER BY time) AS before FROM events)
     WHERE epoch(time::TIMESTAMP) - epoch(before::TIMESTAMP) > 3600`,
  ],
  'mailbox-access': [
    `SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY (request->>'$.organizationId'), (request->>'$.entityId'), (request->>'$.granteeId')
       ORDER BY time DESC) AS place FROM events WHERE error IS NULL AND source = 'workmail.amazonaws.com'
       AND name IN ('PutMailboxPermissions', 'DeleteMailboxPermissions')) WHERE place = 1`,
  ],
  'all-mailboxes': [
    `SELECT (request->>'$.granteeId') AS grantee, count(DISTINCT (request->>'$.entityId')) AS boxes, list(id) FROM events
     WHERE error IS NULL AND name = 'PutMailboxPermissions' GROUP BY grantee HAVING boxes >= 10`,
    `SELECT arn, count(DISTINCT (request->>'$.entityId')) AS boxes, list(id) FROM events WHERE error IS NULL AND name = 'StartMailboxExportJob'
     GROUP BY arn HAVING boxes >= 10`,
  ],
  destroyed: [
    `SELECT time, arn, key, name, (request->>'$.organizationId'), coalesce((request->>'$.entityId'), (request->>'$.userId')) FROM events
     WHERE error IS NULL AND source = 'workmail.amazonaws.com' AND (name LIKE 'Delete%' OR name LIKE 'Deregister%') ORDER BY time`,
  ],
  'what-else': [
    `SELECT e.arn, e.source, count(*), count(e.error), list(DISTINCT e.name), min(e.time), max(e.time) FROM events e
     WHERE e.source NOT LIKE 'workmail%' AND (e.arn IN (SELECT arn FROM heavy) OR e.key IN (SELECT key FROM heavy)) GROUP BY e.arn, e.source`,
  ],
  'first-last': [
    `SELECT e.arn, min(e.time), max(e.time), arg_min(e.id, e.time), arg_max(e.id, e.time) FROM events e
     WHERE e.arn IN (SELECT arn FROM heavy) GROUP BY e.arn`,
  ],
  'attack-order': [
    `SELECT a.id, b.id, c.id FROM mail a JOIN mail b ON a.arn = b.arn AND b.time BETWEEN a.time AND a.later JOIN mail c ON b.arn = c.arn
       AND c.time BETWEEN b.time AND a.later WHERE a.name = 'CreateImpersonationRole' AND b.name = 'AssumeImpersonationRole'
       AND c.name = 'DeleteImpersonationRole'`,
    `SELECT a.id, b.id FROM mail a JOIN mail b ON a.arn = b.arn AND b.time BETWEEN a.time AND a.later WHERE a.name = 'PutMailboxPermissions'
       AND b.name = 'DeleteMailboxPermissions' AND (a.request->>'$.entityId') = (b.request->>'$.entityId')`,
    `SELECT a.id, b.id FROM mail a JOIN mail b ON a.arn = b.arn AND b.time BETWEEN a.time AND a.later WHERE a.name = 'ResetPassword'
       AND b.name = 'StartMailboxExportJob' AND (a.request->>'$.userId') = (b.request->>'$.entityId')`,
    `SELECT a.id, b.id FROM mail a JOIN mail b ON a.arn = b.arn AND b.time BETWEEN a.time AND a.later WHERE a.name = 'CreateUser'
       AND b.name = 'PutMailboxPermissions'`,
    `SELECT key, count(DISTINCT name) AS tried, min(time), max(time) FROM events WHERE error LIKE '%AccessDenied%' AND key IN (SELECT key FROM heavy)
       GROUP BY key HAVING tried >= 5`,
    `SELECT key, count(DISTINCT split_part(address, '.', 1) || split_part(address, '.', 2) || split_part(address, '.', 3)) AS networks
       FROM events WHERE key LIKE 'AKIA%' GROUP BY key HAVING networks > 1`,
  ],
  'new-behaviour': ['key', 'address', 'agent', 'source || name', 'account', 'substr(time, 12, 2)'].map(
    (value) => `SELECT arn, ${value} AS seen, min(time) AS since, arg_min(id, time) FROM events
      WHERE arn IN (SELECT arn FROM mail) GROUP BY arn, seen HAVING since >= (SELECT middle FROM reach)`,
  ),
  'known-rules': [
    `SELECT time, arn, name, request FROM heavy ORDER BY time`,
    `SELECT name, count(*), list(id) FROM heavy GROUP BY name`,
  ],
  'migration-or-theft': [
    `SELECT arn, key, address, agent, (request->>'$.s3BucketName'), (request->>'$.roleArn'), (request->>'$.kmsKeyArn'), count(*), min(time), max(time),
       count(DISTINCT (request->>'$.entityId')), list(id) FROM events WHERE error IS NULL AND name = 'StartMailboxExportJob' GROUP BY ALL`,
    `SELECT arn, key, address, agent, (request->>'$.granteeId'), count(*), count(DISTINCT (request->>'$.entityId')), min(time), max(time) FROM events
       WHERE error IS NULL AND name = 'PutMailboxPermissions' GROUP BY ALL`,
    `SELECT arn, key, address, agent, name, count(*), min(time), max(time), list(id) FROM mail GROUP BY ALL`,
  ],
  'log-unedited': [
    `SELECT id, count(*) AS copies, count(DISTINCT request || name || time) AS kinds FROM events GROUP BY id HAVING copies > 1`,
    `SELECT id FROM events WHERE time IS NULL OR source IS NULL OR name IS NULL`,
  ],
  'blind-spots': [`SELECT source, category, count(*) FROM events GROUP BY source, category`],
  'still-open': [
    `SELECT h.key, max(e.time), arg_max(e.id, e.time) FROM (SELECT DISTINCT key FROM heavy WHERE key LIKE 'AKIA%') h JOIN events e ON e.key = h.key
       WHERE h.key NOT IN (SELECT (request->>'$.accessKeyId') FROM events WHERE name IN ('DeleteAccessKey', 'UpdateAccessKey')
         AND (request->>'$.accessKeyId') IS NOT NULL) GROUP BY h.key`,
    `SELECT o.id, o.arn, o.name FROM heavy o WHERE o.name LIKE 'Create%' AND NOT EXISTS (SELECT 1 FROM mail c WHERE c.time >= o.time
       AND c.name = replace(o.name, 'Create', 'Delete') AND (c.request->>'$.organizationId') = (o.request->>'$.organizationId'))`,
  ],
  'who-is-who': [
    `SELECT arn, any_value(kind), list(DISTINCT key), list(DISTINCT address), list(DISTINCT agent), count(*), min(time), max(time) FROM events
       WHERE arn IN (SELECT arn FROM mail) GROUP BY arn`,
  ],
};

/** What the questions have in common, made before them, and counted with them. */
export const PREPARING: readonly string[] = [
  `CREATE TEMP TABLE mail AS SELECT *, strftime(time::TIMESTAMP + INTERVAL 1 DAY, '%Y-%m-%dT%H:%M:%SZ') AS later FROM events
   WHERE source IN ('workmail.amazonaws.com', 'workmailMessageFlow.amazonaws.com')`,
  `CREATE TEMP TABLE heavy AS SELECT * FROM mail WHERE error IS NULL AND name IN (${quoted(heavyActions())})`,
  `CREATE TEMP TABLE reach AS SELECT strftime(to_timestamp((epoch(min(time)::TIMESTAMP) + epoch(max(time)::TIMESTAMP)) / 2),
   '%Y-%m-%dT%H:%M:%SZ') AS middle FROM events`,
];

/** The statements of each question. */
export function statementsOf(id: InquiryId): readonly string[] {
  const own = OWN[id];
  if (own !== undefined) return own;
  const { finds = [] } = inquiries()[id];
  return finds.map(({ actions, failed }) => {
    const pairs = Object.entries(actions).flatMap(([service, names]) =>
      names.map((name) => `('${service}.amazonaws.com', '${name}')`),
    );
    return `SELECT arn, key, name, count(*), min(time), max(time), list(DISTINCT address), list(id) FROM events
      WHERE error IS ${failed === true ? 'NOT ' : ''}NULL AND (source, name) IN (${pairs.join(', ')}) GROUP BY arn, key, name`;
  });
}

/** All that some question finds weighty. */
function heavyActions(): readonly string[] {
  const all = inquiryIds.flatMap((id) =>
    (inquiries()[id].finds ?? []).flatMap(({ actions }) => actions.workmail ?? []),
  );
  return Array.from(new Set(all));
}

function quoted(texts: readonly string[]): string {
  return texts.map((text) => `'${text}'`).join(', ');
}
