/** The day of the administration and who acts in it. */
import { agents, awsService, federatedUser, iamUser, roleSession, root } from './callers.mjs';

/** @param {string} clock */
export const on = (clock) => `2026-03-11T${clock}Z`;

const sso = 'aws-reserved/sso.amazonaws.com/AWSReservedSSO_MailAdministrators_1a2b3c4d5e6f7081';

/** The people and programs of this day. */
export const cast = {
  owner: root(on('07:28:40'), '198.51.100.24'),
  operator: iamUser('mail-operator', 'AKIAIOSFODNN7EXAMPLE', {
    sourceIPAddress: '198.51.100.24',
    userAgent: agents.cli,
  }),
  jordan: roleSession(
    { role: sso, name: 'jordan.lee@example.com', since: on('08:01:52'), mfa: false, way: 'console' },
    { sourceIPAddress: '2001:db8:12:34::9', userAgent: agents.browser },
  ),
  helpdesk: roleSession(
    { role: 'HelpdeskAutomation', name: 'ticket-workflow', since: on('07:00:03'), mfa: false },
    { sourceIPAddress: '192.0.2.40', userAgent: agents.boto3 },
  ),
  onboarding: roleSession(
    { role: 'HrConnector', name: 'onboarding', since: on('08:30:00'), mfa: false },
    { sourceIPAddress: '192.0.2.41', userAgent: agents.java },
  ),
  leavers: roleSession(
    {
      role: 'LeaverWorkflow',
      name: 'leaver-2026-0311',
      since: on('16:00:00'),
      mfa: false,
      way: 'service',
      invokedBy: 'states.amazonaws.com',
    },
    { sourceIPAddress: 'states.amazonaws.com', userAgent: 'states.amazonaws.com' },
  ),
  /**
   * The function that looks at messages gets a new session every hour.
   *
   * @param {string} time
   */
  scanner: (time) =>
    roleSession(
      { role: 'MailFlowScanner', name: 'mail-flow-scanner', since: `${time.slice(0, 13)}:00:00Z`, mfa: false },
      { sourceIPAddress: '192.0.2.61', userAgent: agents.boto3 },
    ),
  calendar: roleSession(
    { role: 'CalendarConnector', name: 'calendar-sync', since: on('13:30:00'), mfa: false },
    { sourceIPAddress: '192.0.2.52', userAgent: agents.java },
  ),
  auditor: federatedUser('audit-broker', 'external-auditor', on('14:02:00'), {
    sourceIPAddress: '203.0.113.12',
    userAgent: agents.cli,
  }),
  exporter: awsService('export.workmail.amazonaws.com'),
};
