#!/usr/bin/env bash
# device-detector-js sees a smartphone of the brand Wiko wherever the AWS SDK for Go names its processor.
# Needs bash, Node.js 20 and npm. Exits 0 as long as the packages behave as told here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact device-detector-js@3.0.3
cat > find.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import DeviceDetector from 'device-detector-js';

const say = (title, text) => console.log(`${title}\n${text.trim().replace(/^\s*/gm, '  ')}\n`);
const about = (name) => {
  const { version, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}, npm, source: ${repository?.url ?? repository}`;
};

say('Package', about('device-detector-js'));
say('Guess', 'Nothing is known of any AWS SDK but those for Python and Java.');
say('Behaviour', `The SDK for Go writes md/GOARCH#arm64, and the first three letters of GOARCH are taken for the model "Goa":
  without that part the same agent is a desktop by Apple, with it a smartphone, on Linux servers as well. Terraform uses this SDK.`);

const agents = [
  'aws-sdk-go-v2/1.30.0 os/macos lang/go#1.22 md/GOOS#darwin api/workmail#1.28.0',
  'aws-sdk-go-v2/1.30.0 os/macos lang/go#1.22 md/GOOS#darwin md/GOARCH#arm64 api/workmail#1.28.0',
  'APN/1.0 HashiCorp/1.0 Terraform/1.9.0 aws-sdk-go-v2/1.30.0 os/linux lang/go#1.22 md/GOOS#linux md/GOARCH#amd64 api/iam#1.34.0',
];
const seen = agents.map((agent) => {
  const { type, brand, model } = new DeviceDetector().parse(agent).device ?? {};
  return [type, brand, model].filter(Boolean).join(' ');
});
say('Output seen', agents.map((agent, at) => `${seen[at]}: ${agent}`).join('\n'));
say('Why it matters', `A phone that has never been seen with a principal is a reason to look closer at an event. Here it is a server that
  runs Terraform.`);

assert.deepEqual(seen, ['desktop Apple', 'smartphone Wiko Goa', 'smartphone Wiko Goa']);
JS
node find.mjs
echo 'As described.'
