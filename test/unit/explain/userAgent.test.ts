import assert from 'node:assert/strict';
import { test } from 'node:test';
import { programOf } from '../../../server/src/core/explain/program';
import { explainValue } from '../../../server/src/core/explain/values';
import { recordOf } from './records';

/** What is told of a user agent behind the sentence on its program. */
const details = (agent: string) =>
  explainValue(recordOf({}), ['userAgent'], agent, {})
    .join(' | ')
    .match(/It says: (.*)\.$/)?.[1];

/** A table of what each of the agents gives. */
const table = (agents: readonly string[], told: (agent: string) => string | undefined) =>
  Object.fromEntries(agents.map((agent) => [agent, told(agent)]));

test('Windows is named as Java, .NET and Python write it, and is not read into the name of PowerShell', () => {
  const expected = {
    'aws-sdk-java/2.20.0 Windows_Server_2019/10.0 Java/11.0.1': 'SDK `2.20.0`, Java `11.0.1` and Windows `2019`',
    'aws-sdk-java/1.11.0 Windows_10/10.0': 'SDK `1.11.0` and Windows `10`',
    'aws-sdk-dotnet-coreclr/3.5.1.53 .NET_Core/6.0 OS/Microsoft_Windows_10.0.17763':
      'SDK `3.5.1.53` and Windows `10.0.17763`',
    'aws-sdk-dotnet-coreclr/3.7.0 ua/2.0 os/windows#10.0 lang/.NET_Core#6.0': 'SDK `3.7.0` and Windows `10.0`',
    'Boto3/1.26.1 Python/3.9 Windows/10': 'boto3 `1.26.1`, Python `3.9` and Windows `10`',
    'aws-cli/2.15.0 Python/3.11.6 Linux/5.15.90.1-microsoft-standard-WSL2':
      'AWS CLI `2.15.0`, Python `3.11.6` and Linux `5.15.90.1`',
    'AWSPowerShell/4.1.450 WindowsPowerShell/5.0': 'AWS Tools `4.1.450` and PowerShell `5.0`',
    'Microsoft Office/16.0 (Microsoft Outlook Mail 16.0.6416; Pro)': undefined,
  };
  assert.deepEqual(table(Object.keys(expected), details), expected);
});

test('programs that read mail are known by their user agents, as WorkMail’s own logs hold them', () => {
  const expected = {
    'Outlook-iOS-Android/1.0': 'Outlook for iOS and Android',
    'Outlook-iOS/2.0': 'Outlook for iOS and Android',
    'Microsoft Office/16.0': 'Outlook',
    'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.12026; Pro)': 'Outlook',
    'MacOutlook/16.77.23091703 (Intel Mac OS X 13.5)': 'Outlook',
    'Apple-iPhone15C3/2104.50': 'Mail on an Apple device',
    'Apple-iPad11C1/2104.50': 'Mail on an Apple device',
    'ExchangeServicesClient/15.00.0913.015': 'EWS Managed API',
    'Mozilla/5.0 (X11; Linux x86_64; rv:102.0) Gecko/20100101 Thunderbird/102.13.0': 'Browser',
    'Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.19041.1': 'PowerShell',
    'AWSPowerShell.Common/4.1.450 PowerShellCore/7.3': 'AWS Tools for PowerShell',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36': 'Browser',
    'Pineapple-iPhone/1': undefined,
  };
  assert.deepEqual(table(Object.keys(expected), programOf), expected);
});
