import { exportColumns } from '../../../server/src/generated/exportColumns';
import { recordOf, roleSession } from '../investigate/given';

/** Texts that somebody may have put into a log because of who reads a table. */
export const hostileTexts = [
  '=cmd|"/c calc"!A1',
  '+1',
  '-2',
  '@SUM(A1)',
  "'=1",
  "''=1",
  '\t=1',
  '\r\n=1',
  '\uff1d1',
  'a,"b";c\td',
  'x\0\u0008\u001by',
  '\u202egpj.exe',
  '_x003D_1',
  '<b>&amp;</b>',
  'C:\\new\\table',
  '\\u0041',
  '  spaces  ',
  '😀 \ud83d',
] as const;

/** An event for each of them, in its user agent and in its parameters. */
export const hostileEvents = hostileTexts.map((text, at) =>
  recordOf('UpdateUser', {
    eventID: `00000000-0000-4000-8000-0000000000${String(at).padStart(2, '0')}`,
    recipientAccountId: '012345678901',
    userAgent: text,
    requestParameters: { displayName: text, [text]: 1 },
    ...(at % 2 === 0 && { errorCode: 'AccessDenied', errorMessage: text }),
    ...(at % 3 === 0 && { userIdentity: roleSession }),
  }),
);

export const hostileLog = JSON.stringify({ Records: hostileEvents });

/** The heads of all columns. */
export const heads = exportColumns().map(({ name }) => name);
