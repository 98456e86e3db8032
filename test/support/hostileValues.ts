/** What somebody may write where a log holds a text, each to be taken for something else on some surface. */
export const HOSTILE_VALUES: Readonly<Record<string, string>> = {
  'a link to a command': '[x](command:workbench.action.quit)',
  'a link from the middle of a text': ']( command:x "y',
  'a reference': '[x]: https://evil.example',
  'an image': '![i](https://evil.example/x.png)',
  'an image of HTML': '<img src=x onerror=alert(1)>',
  'a link of HTML': '</td><a href="command:x">x</a><!--',
  'character references': '&lt;b&gt; &#36;(trash) &#x5b;x](y)',
  backticks: '`` ` ``` `',
  bars: 'a|b|c\\|d',
  emphasis: '*b* __i__ ~~s~~ \\*',
  'a list': '- item',
  'a numbered list': '1. item',
  'a heading': '# h',
  'a quote': '> q',
  'a rule': '---',
  'line breaks': 'one\r\n\r\n# two\n| a | b |\n| - | - |',
  'other line breaks': 'one\u0085two\u2028three\u2029four\u000bfive\u000csix',
  'changed directions': '\u202egpj.exe\u2066x\u2069\u061c\u200f',
  'what nobody sees': 'a\u200bb\ufeffc\u00add\u{e0041}e\u3164f\u180e',
  controls: 'a\u0000b\u0007c\u001b[31md\u009be\u007f',
  'a formula': '=HYPERLINK("http://evil.example","x")',
  'a formula with plus': '+1+cmd|x!A1',
  'a formula with minus': '-1+1',
  'a formula with at': '@SUM(1)',
  'a formula behind a tab': '\t=1',
  'a formula behind a line break': '\r\n=1',
  'a formula in wide signs': '＝1',
  'places of snippets': `$1 \${2:x} \${TM_FILENAME} $0 \\$ }`,
  'an icon': '$(trash) $(x',
  'an icon in halves': '$$((trash))',
  'an address': 'https://evil.example/x?y=z#w',
  'an address of a command': 'command:workbench.action.quit',
  'an address without a scheme': 'www.evil.example',
  'an address of mail': 'a@evil.example',
  'a mention and a number': '@somebody #1',
  'quotes and backslashes': '"a" \\ \'b\' \\u0041',
  'names of objects': '__proto__',
  'another name of objects': 'constructor',
  placeholders: '%s {0} {{x}} <%= x %>',
  'half a sign': '\ud800',
  'halves in the wrong order': '\udc00x\ud800',
  much: 'word '.repeat(2000),
  'much without a blank': 'x'.repeat(5000),
  'many signs of two units': `${'😀'.repeat(150)}$(trash)`,
  'many marks on a letter': `e${'\u0301'.repeat(500)}`,
  'a record': '{"eventVersion":"1.08","eventName":"Forged"},{"eventVersion":"1.08"',
  'nothing but blanks': '   ',
};

const organizationId = 'm-0123456789abcdef0123456789abcdef';

/**
 * A log in which nothing but what tells services and actions apart is anything else than a value: in events of WorkMail and others, in
 * names of parameters, in place of an action, a service, a time.
 */
export function hostileLog(value: string): string {
  const event = (at: number, fields: Readonly<Record<string, unknown>>): unknown => ({
    eventVersion: '1.08',
    userIdentity: {
      type: at % 2 === 0 ? 'AssumedRole' : 'IAMUser',
      principalId: value,
      arn: `arn:aws:sts::111122223333:assumed-role/${value}/${value}`,
      accountId: value,
      accessKeyId: value,
      userName: value,
      invokedBy: value,
      sessionContext: {
        sessionIssuer: { type: value, principalId: value, arn: value, accountId: value, userName: value },
        attributes: { creationDate: value, mfaAuthenticated: value },
      },
    },
    eventTime: `2026-03-01T0${at % 10}:30:00Z`,
    eventSource: 'workmail.amazonaws.com',
    eventName: 'CreateUser',
    awsRegion: value,
    sourceIPAddress: value,
    userAgent: value,
    requestParameters: {
      organizationId: value,
      name: value,
      displayName: value,
      [value]: value,
      more: { [value]: [value] },
    },
    responseElements: { userId: value },
    requestID: value,
    eventID: `${value}${at}`,
    readOnly: false,
    eventType: 'AwsApiCall',
    recipientAccountId: value,
    sharedEventID: value,
    vpcEndpointId: value,
    tlsDetails: { tlsVersion: value, cipherSuite: value, clientProvidedHostHeader: value },
    eventCategory: 'Management',
    ...fields,
  });
  const other = { eventSource: 'sts.amazonaws.com', eventName: 'AssumeRole' };
  const alias = { organizationId, entityId: 'u-1', alias: value };
  const named = { organizationId, name: value, displayName: value };
  return JSON.stringify(
    {
      Records: [
        event(0, {}),
        event(1, { eventName: 'CreateAlias', requestParameters: alias, responseElements: null }),
        event(2, { requestParameters: named, responseElements: { userId: 'u-1' } }),
        event(3, { errorCode: value, errorMessage: value, responseElements: null }),
        event(4, { eventName: 'ResetPassword', requestParameters: { organizationId, userId: 'u-1', password: value } }),
        event(5, {
          ...other,
          requestParameters: { roleArn: value, roleSessionName: value },
          responseElements: { credentials: { accessKeyId: value } },
        }),
        event(6, { eventName: value }),
        event(7, { eventSource: value }),
        event(8, { eventTime: value }),
        event(9, { eventCategory: 'NetworkActivity', eventType: 'AwsVpceEvents' }),
        event(10, { eventVersion: value, eventType: value, eventCategory: value, readOnly: value }),
      ],
    },
    null,
    1,
  );
}
