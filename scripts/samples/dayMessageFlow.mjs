/** The function that looks at messages on their way: AWS Lambda starts it, and it fetches each message. */
import { cast, on } from './dayCast.mjs';
import { after } from './story.mjs';

/** @param {import('./story.mjs').Story} day */
export function messageFlow(day) {
  const { dice } = day;
  for (let index = 0; index < 24; index += 1) {
    const messageId = dice.guid();
    const time = after(on('06:20:00'), index * 1860 + dice.between(0, 1500));
    if (index === 15) {
      day.say(time, cast.scanner(time), 'workmailMessageFlow', 'GetRawMessageContent', {
        request: { messageId },
        errorCode: 'ResourceNotFoundException',
        errorMessage: 'The message is no longer in transit.',
      });
      continue;
    }
    day.say(time, cast.scanner(time), 'workmailMessageFlow', 'GetRawMessageContent', { request: { messageId } });
    // Every eighth message gets a banner.
    if (index % 8 === 5) {
      const s3Reference = { bucket: 'example-corp-rewritten-mail', key: `banner/${messageId}` };
      day.say(after(time, 2), cast.scanner(time), 'workmailMessageFlow', 'PutRawMessageContent', {
        request: { messageId, content: { s3Reference } },
      });
    }
  }
}
