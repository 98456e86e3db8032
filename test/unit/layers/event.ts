/** One short event as CloudTrail writes it, for tests that put something around it. */
export const EVENT = {
  eventVersion: '1.11',
  userIdentity: { type: 'IAMUser', userName: "o'neil" },
  eventTime: '2026-05-18T14:02:51Z',
  eventSource: 'workmail.amazonaws.com',
  eventName: 'CreateUser',
  awsRegion: 'us-west-2',
  userAgent: 'aws-cli/2.27 "quoted" <x> & ü',
  responseElements: null,
  readOnly: false,
} as const;

export const ONE_LINE = JSON.stringify(EVENT);
export const PRETTY = JSON.stringify(EVENT, null, 2);
/** Two events on lines. */
export const LINES = `${ONE_LINE}\n${ONE_LINE.replace('CreateUser', 'ResetPassword')}\n`;
