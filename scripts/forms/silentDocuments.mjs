/** Documents with the words of events in them, and no logs: prose, packages, places, policies. */
import { account, host, region } from './events.mjs';
import { lines, pretty, silent } from './form.mjs';

/** @typedef {import('./form.mjs').Form} Form */

/** @returns {readonly Form[]} */
export function silentDocuments() {
  return [
    silent(
      'silent-readme.md',
      'a project',
      'Prose that names fields, with a query in a fence.',
      lines([
        '# Mail watch',
        '',
        'Every record has `eventVersion`, `eventSource`, `eventName` and `userIdentity`; see [the reference](https://example.com).',
        '',
        '```sh',
        'jq \'.Records[] | select(.eventSource == "workmail.amazonaws.com") | {eventTime, eventName}\' trail.json',
        '```',
        '',
        '| Field | Meaning |',
        '| --- | --- |',
        '| `eventName` | what was called |',
        '| `awsRegion` | where |',
      ]),
    ),
    silent(
      'silent-package.json',
      'npm',
      'An ordinary package.json.',
      pretty({
        name: 'mail-watch',
        version: '1.0.0',
        private: true,
        type: 'module',
        scripts: { test: 'vitest run' },
        keywords: ['cloudtrail', 'workmail'],
        dependencies: {},
      }),
    ),
    silent(
      'silent-places.geojson',
      'GeoJSON',
      'Features with points.',
      pretty({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            properties: { eventName: 'Fair', source: 'map' },
            geometry: { type: 'Point', coordinates: [-122.33, 47.6] },
          },
        ],
      }),
    ),
    silent(
      'silent-s3-notification.json',
      'Amazon S3',
      'A notification, whose records have names of fields like those of events.',
      pretty({
        Records: [
          {
            eventVersion: '2.1',
            eventSource: 'aws:s3',
            awsRegion: region,
            eventTime: '2026-05-18T14:09:50.118Z',
            eventName: 'ObjectCreated:Put',
            userIdentity: { principalId: 'AWS:AROAQFORMSDESKEXAMPLE:trail' },
            requestParameters: { sourceIPAddress: '203.0.113.45' },
            responseElements: { 'x-amz-request-id': '7D1C' },
            s3: {
              s3SchemaVersion: '1.0',
              bucket: { name: 'trail-example', arn: 'arn:aws:s3:::trail-example' },
              object: { key: `AWSLogs/${account}/CloudTrail/x.json.gz`, size: 4711 },
            },
          },
        ],
      }),
    ),
    silent(
      'silent-policy.json',
      'AWS IAM',
      'A policy that allows actions of WorkMail.',
      pretty({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: ['workmail:ResetPassword', 'workmail:CreateUser'],
            Resource: '*',
            Condition: { StringEquals: { 'aws:RequestedRegion': region } },
          },
        ],
      }),
    ),
    silent(
      'silent-selectors.json',
      'CloudTrail',
      'Advanced event selectors of a trail, which name fields of events.',
      pretty({
        TrailARN: `arn:aws:cloudtrail:${region}:${account}:trail/mail`,
        AdvancedEventSelectors: [
          {
            Name: 'mail',
            FieldSelectors: [
              { Field: 'eventCategory', Equals: ['Management'] },
              { Field: 'eventSource', Equals: [host] },
              { Field: 'eventName', Equals: ['ResetPassword'] },
            ],
          },
        ],
      }),
    ),
  ];
}
