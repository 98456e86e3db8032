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
