import { account } from './company.mjs';
import { after } from './story.mjs';

/**
 * A service takes a role of the company: the record that shows a mailbox export or a function really starting.
 *
 * @param {import('./story.mjs').Story} story
 * @param {string} time
 * @param {import('./callers.mjs').Caller} service
 * @param {string} roleArn
 * @param {string} roleSessionName
 */
export function serviceTakesRole(story, time, service, roleArn, roleSessionName) {
  story.say(time, service, 'sts', 'AssumeRole', {
    request: { roleArn, roleSessionName, durationSeconds: 3600 },
    response: {
      credentials: {
        accessKeyId: `ASIA${story.dice.capitals(9)}EXAMPLE`,
        sessionToken: 'EXAMPLETOKEN',
        expiration: inWords(after(time, 3600)),
      },
    },
    // The security token service calls this a read.
    readOnly: true,
    resources: [{ accountId: account, type: 'AWS::IAM::Role', ARN: roleArn }],
  });
}

/**
 * The date as newer Java writes it, with a narrow no-break space before AM or PM: `Mar 11, 2026, 6:20:49 PM`.
 *
 * @param {string} time
 */
function inWords(time) {
  const [date = '', clock = ''] = time.slice(0, -1).split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  const [hour = '', minute = '', second = ''] = clock.split(':');
  const name = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][Number(month) - 1];
  const half = Number(hour) < 12 ? 'AM' : 'PM';
  return `${name} ${Number(day)}, ${year}, ${Number(hour) % 12 || 12}:${minute}:${second}\u202f${half}`;
}
