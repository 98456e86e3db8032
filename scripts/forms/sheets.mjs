/** Tables that went through a spreadsheet. */
import { account, events } from './events.mjs';
import { BOM, found, lines, whole, without } from './form.mjs';
import { csv } from './printers/csv.mjs';

/** @typedef {import('./form.mjs').Form} Form */
/** @typedef {import('./events.mjs').Event} Event */

/** @returns {readonly Form[]} */
export function sheets() {
  const some = events();
  const header = [
    'eventVersion',
    'eventTime',
    'eventSource',
    'eventName',
    'awsRegion',
    'sourceIPAddress',
    'userAgent',
    'eventID',
    'readOnly',
    'recipientAccountId',
  ];
  /** @param {Event} event @param {string} id */
  const row = (event, id) => [
    event.eventVersion,
    event.eventTime,
    event.eventSource,
    event.eventName,
    event.awsRegion,
    event.sourceIPAddress,
    event.userAgent,
    event.eventID,
    'FALSE',
    id,
  ];
  const consoleHeader = [
    'User name',
    'AWS access key',
    'Event time',
    'Event source',
    'Event name',
    'AWS region',
    'Source IP address',
    'User agent',
    'Error code',
    'Resources',
    'Request ID',
    'Event ID',
    'Read-only',
    'Event type',
    'Recipient Account Id',
    'Event category',
  ];
  return [
    whole(
      'sheet-zero-lost.csv',
      'Excel',
      'An account id lost its leading zero, Booleans are in capitals; CRLF.',
      csv([header, ...some.map((event) => row(event, '12345678901'))], ',', '\r\n'),
    ),
    whole(
      'sheet-exponent.csv',
      'Excel',
      'Account ids are 4.44456E+11.',
      csv([header, ...some.map((event) => row(event, '4.44456E+11'))], ',', '\r\n'),
    ),
    whole(
      'sheet-local-times.csv',
      'Excel in a European locale',
      'Semicolons, a byte order mark, times as 18.05.2026 14:02 without seconds.',
      BOM +
        csv(
          [
            header,
            ...some.map((event) =>
              row({ ...event, eventTime: `18.05.2026 ${event.eventTime.slice(11, 16)}` }, '4,44456E+11'),
            ),
          ],
          ';',
          '\r\n',
        ),
      without(found(), ['eventTimes']),
    ),
    whole(
      'sheet-console-download.csv',
      'CloudTrail console, download as CSV',
      'The sixteen columns of the console.',
      csv([
        consoleHeader,
        ...some.map((event) => [
          event.userIdentity.userName ?? 'kim.lee',
          event.userIdentity.accessKeyId,
          event.eventTime,
          event.eventSource,
          event.eventName,
          event.awsRegion,
          event.sourceIPAddress,
          event.userAgent,
          '',
          '[]',
          event.requestID,
          event.eventID,
          'false',
          event.eventType,
          account,
          'Management',
        ]),
      ]),
    ),
    whole(
      'sheet-console-excel.csv',
      'Excel, after the CloudTrail console',
      'The columns of the console with semicolons and American times.',
      csv(
        [
          consoleHeader,
          ...some.map((event) => [
            event.userIdentity.userName ?? 'kim.lee',
            event.userIdentity.accessKeyId,
            `5/18/2026 ${event.eventTime.slice(11, 16)}`,
            event.eventSource,
            event.eventName,
            event.awsRegion,
            event.sourceIPAddress,
            event.userAgent,
            '',
            '[]',
            event.requestID,
            event.eventID,
            'FALSE',
            event.eventType,
            '4.44456E+11',
            'Management',
          ]),
        ],
        ';',
        '\r\n',
      ),
      without(found(), ['eventTimes']),
    ),
    whole(
      'sheet-pasted.tsv',
      'Excel, cells that were copied',
      'Tabs between cells, a header, empty columns at the end.',
      lines([[...header, '', ''].join('\t'), ...some.map((event) => [...row(event, account), '', ''].join('\t'))]),
    ),
  ];
}
