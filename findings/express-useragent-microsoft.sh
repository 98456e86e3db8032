#!/usr/bin/env bash
# express-useragent sees Chrome OS in whatever comes from Microsoft and does not name Windows NT: the word has "cros" in it.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact express-useragent@2.2.3
cat > find.cjs <<'JS'
const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const parser = require('express-useragent');

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Package', about('express-useragent'));
say('Guess', 'Of programs that are no browsers it names at most a system that stands in the text: Windows for AWS Tools for PowerShell, iOS for Outlook on a telephone.');
say('Behaviour', `It looks for CrOS, the name of Chrome OS in browsers, in any case and anywhere, and so in Mi-cros-oft. Only Windows in the way of browsers
  ("Windows NT 10.0") is found before that. The CLI is a bot, the SDKs are none, and Outlook for two systems has one as its system, the other as its platform.`);

const agents = [
  'AWSPowerShell/4.1.450 .NET_Core/6.0 OS/Microsoft_Windows_10.0.19045 WindowsPowerShell/5.0',
  'aws-sdk-dotnet-coreclr/3.5.1.53 .NET_Core/6.0 OS/Microsoft_Windows_10.0.17763 ClientAsync',
  'Microsoft Office/16.0 (Microsoft Outlook Mail 16.0.6416; Pro)',
  'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.12026; Pro)',
  'Outlook-iOS-Android/1.0',
  'aws-cli/2.15.0 Python/3.11.6 Linux/5.10.0 exe/x86_64.amzn.2 prompt/off',
];
const seen = agents.map((agent) => {
  const { os, platform, isBot } = parser.useragent.parse(agent);
  return { os, platform, isBot: Boolean(isBot) };
});
say('Output seen', agents.map((agent, at) => `${agent.slice(0, 76)}\n${JSON.stringify(seen[at])}`).join('\n'));
say('Why it matters', `userAgent in CloudTrail and user_agent in WorkMail's own logs are what tells a stolen key or a strange mail client from the usual one. A table
  of systems made by this package shows administrators with PowerShell, and mailboxes read through Outlook, as Chromebooks that nobody in the company owns.`);

assert.deepEqual(seen, [
  { os: 'Chrome OS', platform: 'unknown', isBot: false },
  { os: 'Chrome OS', platform: 'unknown', isBot: false },
  { os: 'Chrome OS', platform: 'unknown', isBot: false },
  { os: 'Windows 10.0', platform: 'Microsoft Windows', isBot: false },
  { os: 'iOS', platform: 'Android', isBot: false },
  { os: 'Linux', platform: 'Linux', isBot: true },
]);
JS
node find.cjs
echo 'As described.'
