/** Events as PowerShell prints objects. */
import { events } from './events.mjs';
import { crlf, lines, named, whole } from './form.mjs';
import { withName } from './logs.mjs';
import { powerShell5 } from './printers/others.mjs';
import { looked } from './wrappers.mjs';

/** @typedef {import('./form.mjs').Form} Form */
/** @typedef {import('./events.mjs').Event} Event */

/** @returns {readonly Form[]} */
export function printsOfPowerShell() {
  const some = events();
  const entries = some.map(looked);
  return [
    whole(
      'print-powershell-json.json',
      'ConvertTo-Json of Windows PowerShell',
      'Two spaces behind colons, values indented below their beginning, apostrophes as \\u0027; CRLF.',
      crlf(`${powerShell5({ Records: some.map((event) => withName(event, "Rosa O'Ortiz")) })}\n`),
    ),
    named(
      'print-powershell-depth.json',
      'ConvertTo-Json without -Depth',
      'Objects deeper than two levels are texts such as @{type=Role; userName=MailSupport}.',
      `${JSON.stringify({ Records: some.map(cutDeep) }, null, 2)}\n`,
    ),
    named(
      'print-powershell-list.txt',
      'Get-CTEvent | Format-List',
      'Names, colons and values; a value goes on below itself after 120 columns.',
      crlf(
        lines([
          '',
          ...entries.flatMap((entry) => [
            ...Object.entries({ ...entry, Resources: '{}' }).flatMap(([name, value]) => listed(name, String(value))),
            '',
          ]),
        ]),
      ),
    ),
    named(
      'print-powershell-clixml.xml',
      'Export-Clixml',
      'Elements S with attributes N; CloudTrailEvent is JSON in which only & and < are entities.',
      crlf(
        lines([
          '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">',
          ...entries.flatMap((entry, index) => [
            `  <Obj RefId="${index}">`,
            '    <TN RefId="0">',
            '      <T>Amazon.CloudTrail.Model.Event</T>',
            '      <T>System.Object</T>',
            '    </TN>',
            '    <Props>',
            ...Object.entries(entry)
              .filter(([name]) => name !== 'Resources')
              .map(([name, value]) => `      <S N="${name}">${value}</S>`),
            '    </Props>',
            '  </Obj>',
          ]),
          '</Objs>',
        ]),
      ),
    ),
  ];
}

/**
 * What a depth of two below Records leaves of an event: lists joined by spaces, objects as text in which inner ones are empty.
 *
 * @param {Event} event
 */
function cutDeep(event) {
  const { sessionContext, ...identity } = event.userIdentity;
  const { permissionValues, ...request } = event.requestParameters ?? {};
  return {
    ...event,
    userIdentity: sessionContext ? { ...identity, sessionContext: '@{sessionIssuer=; attributes=}' } : identity,
    requestParameters: permissionValues ? { ...request, permissionValues: 'FULL_ACCESS SEND_AS' } : request,
  };
}

/** @param {string} name @param {string} value */
function listed(name, value) {
  const parts = value.match(/.{1,101}/g) ?? [''];
  return parts.map((part, index) => (index === 0 ? `${name.padEnd(15)} : ${part}` : `${' '.repeat(18)}${part}`));
}
