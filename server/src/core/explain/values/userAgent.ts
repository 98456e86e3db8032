import { words } from '../../../generated/schemas';
import { wordFor } from '../../check/wordFor';
import { inlineCode } from '../escape';
import { listed, prose } from '../prose';
import { ofText } from './context';
import { meaningOf } from './wordLists';

/** What a user agent tells beside the kind of program. The first group, where there is one, is shown. */
const DETAILS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/(?<![\w-])aws-cli\/([\w.]+)/, 'AWS CLI'],
  [/(?<![\w-])Boto3\/([\w.]+)/i, 'boto3'],
  [/(?<![\w-])Terraform\/([\w.]+)/, 'Terraform'],
  [
    /(?<![\w-])aws-sdk-(?:java|js|nodejs|go-v2|go|dotnet-coreclr|net|rust|php|ruby3?|cpp|swift|kotlin)\/([\w.]+)/,
    'SDK',
  ],
  [/(?<![\w-])(?:lang\/)?python[#/]([\w.]+)/i, 'Python'],
  [/(?<![\w-])(?:lang\/)?java[#/]([\w.]+)/i, 'Java'],
  [/(?<![\w-])(?:md\/)?nodejs[#/]([\w.]+)/i, 'Node.js'],
  [/(?<![\w-])(?:lang\/)?go(?:[#/]|(?=\d))([\w.]+)/, 'Go'],
  [/(?<![\w-])AWSPowerShell(?:\.\w+)?\/([\w.]+)/, 'AWS Tools'],
  [/(?<![\w-])(?:Windows)?powershell\S{0,8}\/([\w.]+)/i, 'PowerShell'],
  // Java and .NET write the name of the system with underscores: Windows_Server_2019, Microsoft_Windows_10.0.17763.
  [
    /(?<![\w-])(?:(?:Microsoft_)?Windows(?: NT)?[/ #_]?([\d.]+)|Windows_Server[-_](\w+)|os\/windows(?:[#/]([\d.]+))?)/i,
    'Windows',
  ],
  [/(?<![\w-])(?:Mac_OS_X|Mac OS X|os\/macos|os\/darwin|Darwin)(?:[/ #]([\w.]+))?/i, 'macOS'],
  [/(?<![\w-])Android(?: ([\d.]+))?/, 'Android'],
  [/(?<![\w-])Linux(?:[/#]([\w.]+))?/i, 'Linux'],
  [/(?<![\w-])(?:exec-env\/)?AWS_Lambda_([\w.]+)/, 'in a Lambda function of'],
  [/(?<![\w-])exec-env\/(AWS_ECS\w*|EC2|CloudShell|grimoire\S{0,40})/, 'running in'],
  [/(?<![\w-])(?:md\/)?command[#/]([\w.-]+)/, 'command'],
];

/** CloudTrail keeps 1 KB of it. */
const LONGEST = 1024;

/** The program behind a call: its kind, then version, language and system as far as they are written there. */
export const explainUserAgent = ofText((text) => {
  const read = text.slice(0, LONGEST);
  const word = wordFor(words().userAgents, read);
  const details = DETAILS.flatMap(([pattern, name]) => {
    const found = pattern.exec(read);
    const version = found?.slice(1).find((group) => group !== undefined);
    return found === null ? [] : [version === undefined ? prose(name) : `${prose(name)} ${inlineCode(version, 60)}`];
  });
  return [
    word === undefined ? 'A program WorkMail Trail does not know.' : meaningOf(word),
    ...(details.length === 0 ? [] : [`It says: ${listed(details)}.`]),
    ...(text.length >= LONGEST ? ['The text is 1 KB long, so CloudTrail probably cut its end off.'] : []),
  ];
});
