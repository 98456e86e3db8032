import { type Block, heading, list, paragraph } from './blocks';

/**
 * What no reader of these logs may conclude from silence.
 *
 * @param isAnswered whether it was told already what is a move to another mail system and what is not
 */
export function limitsSection(isAnswered: boolean): readonly Block[] {
  return [...limits(), ...(isAnswered ? [] : signsOfMove())];
}

function limits(): readonly Block[] {
  return [
    heading(2, 'What CloudTrail cannot show'),
    list([
      ['Who read, moved or deleted messages, or shared a folder: WorkMail’s audit logs do, if they were switched on.'],
      [
        'Sign-ins of mail programs, use of the web application, mail that came and went: audit logs and e-mail event logs do.',
      ],
      ['What a message said: GetRawMessageContent leaves only the id of the message.'],
      [
        'Calls that only read, unless the trail records read-only management events: without any here, some may have been made.',
      ],
      ['Anything before the last 90 days, other Regions and data events, where the log comes from Event history.'],
      [
        'A log that was not delivered, or that somebody removed: only the digest files of the trail prove that none is missing.',
      ],
    ]),
  ];
}

function signsOfMove(): readonly Block[] {
  return [
    heading(2, 'WorkMail ends on 31 March 2027'),
    paragraph(
      'Until then, exports of mailboxes and the removal of users, domains and organizations are to be expected wherever mail moves to another service. ',
      'Such calls alone prove nothing. Signs of a planned migration:',
    ),
    list([
      ['it was announced, and the people whose credentials were used know of it;'],
      ['every mailbox has its turn, at a steady pace and at working hours, not a few chosen ones;'],
      [
        'export jobs name a bucket, an IAM role and a KMS key of accounts that are your own (the name of a bucket does not tell its account);',
      ],
      ['mailboxes are removed after their export completed, and nobody switched off monitoring first.'],
    ]),
  ];
}
