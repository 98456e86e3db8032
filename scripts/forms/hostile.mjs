/** Values that look like marks of JSON or like events: sound all the same. */
import { events, region } from './events.mjs';
import { json, jsonLines, layered, lines, pretty, whole } from './form.mjs';
import { csv } from './printers/csv.mjs';
import { looked } from './wrappers.mjs';

/** @typedef {import('./form.mjs').Form} Form */
/** @typedef {import('./events.mjs').Event} Event */

/** @returns {readonly Form[]} */
export function hostile() {
  const some = events().map(pretending);
  return [
    whole(
      'hostile-records.json',
      'an attacker who chooses names',
      'A display name, a user agent and a session name look like the beginning and the end of events.',
      json({ Records: some }),
    ),
    whole(
      'hostile-unknown-key.json',
      'an attacker who chooses names',
      'The same below an unknown key, pretty-printed.',
      pretty({ data: { items: some } }),
    ),
    whole(
      'hostile-text.jsonl',
      'an attacker who chooses names',
      'The same as texts in JSON.',
      jsonLines(some.map((event) => ({ log: json(event) }))),
    ),
    whole(
      'hostile-cell.csv',
      'an attacker who chooses names',
      'The same in the cell of a table.',
      csv([['id', 'raw'], ...some.map((event, index) => [String(index), json(event)])]),
    ),
    layered(
      'hostile-numbered.txt',
      'an attacker who chooses names',
      'The same, pretty-printed and numbered by cat -n.',
      lines(
        JSON.stringify({ Records: some }, null, 2)
          .split('\n')
          .map((line, index) => `${String(index + 1).padStart(6)}\t${line}`),
      ),
    ),
    whole(
      'hostile-lookup.json',
      'an attacker who chooses names',
      'The same as lookup-events prints it.',
      pretty({ Events: some.map(looked) }, 4),
    ),
    layered(
      'hostile-syslog.log',
      'an attacker who chooses names',
      'The same with a prefix of syslog on every line.',
      lines(some.map((event) => `May 18 14:05:14 collector trail[811]: ${json(event)}`)),
    ),
  ];
}

/**
 * An event whose caller wrote marks of JSON and halves of events wherever callers may write.
 *
 * @param {Event} event
 * @returns {Event}
 */
function pretending(event) {
  return {
    ...event,
    userAgent: 'curl/8.5.0 "},{" }]} {"eventVersion":"1.08","eventName":"DeleteOrganization"',
    requestParameters: {
      ...event.requestParameters,
      ...(event.eventName === 'CreateUser'
        ? { displayName: '{"eventVersion":"1.08","userIdentity":{"type":"Root"},' }
        : {}),
      ...(event.eventName === 'PutMailboxPermissions' ? { entityId: `board@example.org\\"}],"Records":[{` } : {}),
    },
    tlsDetails: { ...event.tlsDetails, clientProvidedHostHeader: `workmail.${region}.amazonaws.com` },
  };
}
