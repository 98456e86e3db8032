/** What `docs/rules.md` says of a rule beyond its name and severity. Of our own words, in Markdown. */
export interface RuleWords {
  readonly meaning: string;
  readonly remedy: string;
  /** Words of a problem, for the example of a message; as in `Problem.detail`. */
  readonly example: Readonly<Record<string, string>>;
}

const DAMAGE = 'Repair it by hand, or fetch the log again: CloudTrail itself never writes this.';
const SAFE = 'Use the quick fix; it adds no fact of its own.';
const CONTRADICTION =
  'Look at where the log comes from: it may have been edited, put together by a program, or redacted in one place and not in the other.';
const PUT_IN = 'Fetch the log again from its bucket and compare: records were changed or put in, or logs put together.';
const NOTHING = 'Nothing, unless the record comes from a program that should know better.';

/** By code. */
export const ruleWords: ReadonlyMap<string, RuleWords> = new Map(
  Object.entries({
    WT101: words(
      'Two members of an object or two elements of a list stand one after the other without a comma between them.',
      SAFE,
      { before: '"userName"' },
    ),
    WT102: words(
      'A comma stands where nothing follows or nothing went before, for instance before a closing brace.',
      SAFE,
    ),
    WT103: words('A key is followed by its value without a colon between them.', SAFE, { before: '"1.08"' }),
    WT104: words('A colon stands where no key went before.', SAFE),
    WT105: words(
      'A text has only one of its two quotes. Where the lost one belongs is told by what stands around it.',
      SAFE,
      { where: 'end', text: 'CreateUser' },
    ),
    WT106: words(
      'A quote stands inside a text without a backslash before it, so that the text seems to end there.',
      'Look at the text: the quick fix keeps the quote as a part of it, or removes one that belongs nowhere.',
    ),
    WT107: words(
      'Curly or single quotes stand where JSON wants straight double ones. Word processors, chats and mail programs exchange them. A whole record written so is one problem.',
      SAFE,
      { text: '“' },
    ),
    WT108: words('A key or a text stands without quotes. A whole record written so is one problem.', SAFE, {
      text: 'eventName',
    }),
    WT109: words('An object or a list is not closed, or not opened.', SAFE, { bracket: '}', before: '"eventTime"' }),
    WT110: words('A brace or bracket has no partner.', SAFE, { bracket: '}' }),
    WT111: words('An object is closed by a bracket, or a list by a brace.', SAFE, { text: ']', instead: '}' }),
    WT112: words('Something else stands where a comma or a colon belongs.', SAFE, { text: ';', instead: ',' }),
    WT113: words(
      'A line break, a tab or another control character stands inside a text as it is. Most often a long line was broken when the log was copied.',
      SAFE,
      { name: 'line break' },
    ),
    WT114: words('A backslash is followed by a character that makes no escape of JSON.', SAFE),
    WT115: words('True, false and null are written in small letters; other languages write them in other ways.', SAFE, {
      text: 'None',
      instead: 'null',
    }),
    WT116: words(
      'Something that looks like a number is none in JSON, for instance one with leading zeros: an account id without quotes loses them in many programs.',
      'Compare it with the original before you put quotes around it.',
      { text: '012345678901' },
    ),
    WT117: words('JSON has no comments. Somebody who looked at the log before you may have written one.', SAFE),
    WT118: words(
      'Three dots, as in documentation, where something was left out.',
      'Removing them makes the record readable, but what was left out stays missing.',
    ),
    WT119: words('A colon and a value stand without the key before them.', 'Only the original knows the key.'),
    WT120: words('A key stands without a value.', 'Only the original knows the value.', { key: '"eventTime"' }),
    WT121: words('Text stands where nothing of JSON can be read.', DAMAGE, { text: '<html>' }),
    WT122: words(
      'The log ends before its last record does: a download or a copy was broken off. All records before the cut are whole.',
      'Fetch the log again. Closing the brackets makes the rest readable, but what was cut off stays missing.',
      { inside: 'a text', bracket: '}' },
    ),
    WT123: words('`Records` lists something that is no object.', DAMAGE, { text: '42' }),
    WT124: words('`Records` holds an object or a value instead of a list of records.', DAMAGE),
    WT125: words('The list of records is there, under a name that only resembles `Records`.', DAMAGE, {
      text: '"records"',
    }),
    WT126: words(
      'One object has two lists named `Records`. Programs differ in which of them they read, so that records can be hidden in the other.',
      'Look at both lists. CloudTrail never writes two.',
    ),
    WT127: words(
      'A record has the same key twice. Programs differ in which value they take, so that one can be hidden behind the other.',
      'Look at both values. CloudTrail never writes a key twice.',
      { key: '"eventName"' },
    ),
    WT128: words('The record has objects in objects to a depth that no genuine record reaches.', NOTHING, {
      limit: '1,000',
    }),
    WT129: words('The record is longer than any that CloudTrail writes.', NOTHING, { limit: '4,000,000' }),
    WT130: words(
      'A character that looks like nothing or like a space stands between the parts of a record: a no-break space copied from a web page, NULs of a damaged disk block. All of them in one record are one problem.',
      SAFE,
      { text: '\u00a0' },
    ),
    WT131: words(
      'A row of a CSV file has more or fewer cells than its header has columns. The row ends with its line, and is listed with the cells that it has.',
      'Look for a separator or a quote that was lost or added, or export the file again.',
      { found: '15', expected: '16' },
    ),
    WT132: words(
      'A cell of a CSV file begins with a quote that nothing closes. The row ends with its line, so that the rows behind it are read.',
      'Close the quote by hand where the cell ends, or export the file again.',
    ),
    WT133: words(
      'Events stand in lines of text, and something else stands before them: a time, a name, a number. It is said once for all lines.',
      'Nothing has to be done. Whatever the program wrote before the events is not read; look at it yourself if it matters.',
      { text: 'served request 17:' },
    ),
    WT134: words(
      'Something lies over the characters of the log: numbers before its lines, signs of a mail or a terminal, the escapes of another language. It is said once for all lines.',
      'Nothing has to be done where it could be taken off: the events are read as they were, and places are those of the text as it stands here.',
      { words: 'A number stands before each line; it is left out.' },
    ),
    WT135: words(
      "Something tells of CloudTrail's events, but they stand in a way that can't be read here: compressed, cut off at a depth, or printed without their quotes.",
      'Do what the sentence says; it names the command or the option that gives a text which can be read.',
      { words: 'The events are packed into a value, compressed and in base64. Decode it with base64 -d | gunzip.' },
    ),
    WT136: words(
      'A spreadsheet or a portal has written times in the order of its country. Where both numbers are small, nothing says which is the month, and the time of an event is not guessed.',
      'Export the table again with times such as 2026-03-12T09:30:14Z, or compare with the event in its log.',
      { text: '12/03/2026, 09:30:14.000' },
    ),
    WT137: words(
      'A record ends before it is whole, and the log goes on behind it: a line of it was cut, or the tool that handed it on keeps so many characters of each. What is left of it is read.',
      'Fetch the log again, or ask the tool for whole records. Closing the brackets makes the rest readable, but what was cut off stays missing.',
      { inside: 'a text', bracket: '}' },
    ),
    WT201: words('A field that every record of this version of the format has is not there.', DAMAGE, {
      field: 'eventTime',
      since: '1.0',
    }),
    WT202: words('A field of the envelope has a value of another type than the record format gives it.', DAMAGE, {
      field: 'eventName',
      wanted: 'a text',
      found: 'a number',
    }),
    WT203: words('`eventVersion` has not the form of a version, so it is unknown which fields to expect.', DAMAGE),
    WT204: words(
      '`eventTime` can’t be read, so the event has no place in the order of time.',
      'Compare it with the original; spreadsheets rewrite times when they open a log. Other ways to write the same moment are no problem: a space in the place of the T, a fraction, another zone, or none, which is taken for UTC.',
      { why: 'another form' },
    ),
    WT211: words('A field that most records of this version have is not there.', NOTHING, {
      field: 'recipientAccountId',
      since: '1.02',
    }),
    WT212: words(
      'The envelope has a field that the record format does not document. A record of a newer minor version may have any.',
      NOTHING,
      { field: 'ticket' },
    ),
    WT213: words('A field of the envelope has a value that is not among the documented ones.', NOTHING, {
      field: 'eventType',
    }),
    WT214: words('The record has a field that came with a later version than it claims to have.', NOTHING, {
      field: 'tlsDetails',
      since: '1.08',
      version: '1.05',
    }),
    WT215: words(
      'An account id is not a text of 12 digits. Programs that take it for a number lose the zeros at its beginning; with those restored it is still the same account, and counted as such. What a spreadsheet has rounded can’t be restored.',
      'Look it up in the original before you pass it on.',
      { why: 'this one has 11, as if zeros at its beginning were lost (012345678901)' },
    ),
    WT216: words('`userIdentity` does not say what kind of identity it is.', NOTHING),
    WT301: words(
      'A known part of what an action was asked or answered has another type than the action gives it.',
      DAMAGE,
      { field: 'organizationId', wanted: 'a text', found: 'a list' },
    ),
    WT302: words(
      'The event source is WorkMail or its Message Flow, but the action is not in the catalog. It may be misspelt, or newer than this extension.',
      'Check the spelling. The event is listed all the same.',
      { action: 'CreatUser', source: 'workmail.amazonaws.com', suggestion: ' Did you mean CreateUser?' },
    ),
    WT303: words('A part of what the action was asked or answered is not known.', NOTHING, {
      field: 'nickName',
      side: 'requestParameters',
      action: 'CreateUser',
    }),
    WT304: words('A part that the action always has, if it succeeds, is not there.', NOTHING, {
      field: 'organizationId',
      side: 'requestParameters',
      action: 'CreateUser',
    }),
    WT305: words('A value is not among those the action documents.', NOTHING, { field: 'role' }),
    WT306: words('A text, a list or a number is outside the bounds the action documents.', NOTHING, {
      field: 'name',
      bound: 'maxLength 64',
    }),
    WT307: words(
      'An identifier does not have the documented form. AWS’s own examples break these forms, so the rule is off unless you turn it on.',
      NOTHING,
      { field: 'organizationId' },
    ),
    WT308: words('The action exists, but in the other one of the two services.', NOTHING, {
      action: 'GetRawMessageContent',
      other: 'workmailMessageFlow.amazonaws.com',
      source: 'workmail.amazonaws.com',
    }),
    WT309: words(
      'A password stands in what was asked. In genuine records passwords are masked or left out, as far as any are known. Masks of every kind are no secret.',
      'Take it for known to everybody who has read the log.',
      { field: 'password' },
    ),
    WT310: words(
      'The answer to `AssumeImpersonationRole` holds its token. Answers of other services are known to have tokens in clear; how WorkMail’s are written nobody has seen.',
      'Whoever had the log before the token expired could read the mailboxes of the role.',
      { field: 'token' },
    ),
    WT401: words('The major version of the record format is one that nobody has documented.', NOTHING, {
      version: '2.0',
    }),
    WT402: words('The ARN and the account id of one identity name two accounts.', CONTRADICTION, {
      arn: '111122223333',
      account: '444455556666',
    }),
    WT403: words(
      'The identity is a session, but its access key is of the kind that is not bound to one.',
      CONTRADICTION,
    ),
    WT404: words('The record has both an error and a result. A call that failed has none.', CONTRADICTION, {
      error: 'AccessDenied',
    }),
    WT405: words('The type of the identity and its ARN name two kinds of identity.', CONTRADICTION, {
      type: 'IAMUser',
    }),
    WT406: words(
      'The prefix of the principal id belongs to another kind of identity than the type says.',
      CONTRADICTION,
      {
        type: 'IAMUser',
        prefix: 'AROA',
        meaning: 'a role',
      },
    ),
    WT407: words('The category of the event and the field `managementEvent` can’t both be true.', CONTRADICTION, {
      category: 'Data',
      management: 'true',
    }),
    WT408: words('The session that made the call began after the call.', CONTRADICTION, {
      created: '2026-03-01T10:00:00Z',
      time: '2026-03-01T09:30:00Z',
    }),
    WT411: words('The record and the catalog differ in whether the action only reads.', NOTHING, {
      recorded: 'true',
      action: 'CreateUser',
      expected: 'false',
    }),
    WT412: words(
      'Output of `lookup-events` and messages of EventBridge repeat some fields beside the event. Here the two differ; times are compared as moments, whatever their time zone.',
      CONTRADICTION,
      { field: 'EventName', outer: 'DeleteUser', inner: 'CreateUser' },
    ),
    WT413: words(
      'Two records of one log have the same eventID, which belongs to one event only, and differ in what they say. Copies that a tool has written in another way are no such records: null for what is absent, another order of keys, another form of a time.',
      CONTRADICTION,
      { fields: 'eventName, requestParameters' },
    ),
    WT414: words(
      '`userName` of root holds the alias of the account, if it has one: small letters, digits and dashes. Another name is that of somebody else.',
      CONTRADICTION,
    ),
    WT415: words(
      'The session of a role is issued by that role, so the id at the beginning of `principalId` and the account are the issuer’s, too.',
      CONTRADICTION,
      { session: 'role AROAJQABLZS4A3EXAMPLE', issuer: 'role AROALBI3DLL6DYEXAMPLE' },
    ),
    WT416: words(
      'CloudTrail names a log after the account whose events it holds. It is said once for all records of WorkMail, and only where other records are of that account: a log that was renamed or anonymised as a whole is not told of.',
      PUT_IN,
      { named: '111122223333', who: '2 records say another one, the first of them', found: '444455556666' },
    ),
    WT417: words(
      'CloudTrail names a log after the Region whose events it holds. It is said once for all records of WorkMail, which is no global service, and only where other records are of that Region.',
      PUT_IN,
      { named: 'us-east-1', who: 'this record says', found: 'eu-west-1' },
    ),
    WT418: words(
      'CloudTrail names a log after the minute it delivers it, and delivers it after all its events; ten minutes are allowed for rounding and clocks. It is said once for all records of WorkMail, and only where others are earlier.',
      PUT_IN,
      { named: '2026-03-01T07:05Z', who: 'this event is of', found: '2026-03-01T09:00:00Z' },
    ),
  }),
);

function words(meaning: string, remedy: string, example: Readonly<Record<string, string>> = {}): RuleWords {
  return { meaning, remedy, example };
}
