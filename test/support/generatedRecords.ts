import fc from 'fast-check';
import type { JsonObject } from '../../server/src/core/record';
import { call } from './generatedCalls';
import { ACCOUNT, identity } from './generatedIdentities';

const userAgent = fc.constantFrom(
  'aws-cli/2.13.5 os/linux#5.15 lang/python#3.11.4 md/command#workmail.create-user',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko)',
  '[AWSCloudTrail, aws-internal/3 aws-sdk-java/1.11.205 "quoted" {x}]',
  'export.workmail.amazonaws.com',
);

const ending = fc.constantFrom<JsonObject>(
  { eventCategory: 'Management' },
  { eventCategory: 'Management', sessionCredentialFromConsole: 'true' },
  {
    eventCategory: 'Management',
    tlsDetails: {
      tlsVersion: 'TLSv1.3',
      cipherSuite: 'TLS_AES_128_GCM_SHA256',
      clientProvidedHostHeader: 'workmail.us-east-1.amazonaws.com',
    },
  },
  {},
);

/** A record with its fields in CloudTrail's order. `eventID` is given by the log, so that no two are alike. */
export const record: fc.Arbitrary<JsonObject> = fc
  .tuple(identity, call, userAgent, ending, fc.integer({ min: 0, max: 86_399 }), fc.uuid())
  .map(([userIdentity, { more = {}, ...called }, agent, rest, second, requestID]): JsonObject => {
    const eventTime = new Date(Date.UTC(2026, 2, 1, 7, 0, second)).toISOString().replace('.000Z', 'Z');
    const { eventSource, eventName, requestParameters, responseElements } = called;
    const { errorCode, errorMessage, resources, additionalEventData, ...later } = more;
    return {
      eventVersion: '1.08',
      userIdentity,
      eventTime,
      eventSource,
      eventName,
      awsRegion: 'us-east-1',
      sourceIPAddress: '203.0.113.12',
      userAgent: agent,
      ...(errorCode === undefined ? {} : { errorCode }),
      ...(errorMessage === undefined ? {} : { errorMessage }),
      requestParameters,
      responseElements,
      ...(additionalEventData === undefined ? {} : { additionalEventData }),
      requestID,
      eventID: '',
      readOnly: false,
      ...(resources === undefined ? {} : { resources }),
      eventType: 'AwsApiCall',
      managementEvent: true,
      recipientAccountId: ACCOUNT,
      ...rest,
      ...later,
    };
  });

/** Events of one log: `count` of them, each with an eventID of its own. */
export function someEvents(seed: number, count: number): readonly JsonObject[] {
  return fc.sample(record, { seed, numRuns: count }).map((event, index) => ({
    ...event,
    eventID: `${String(index).padStart(8, '0')}-1a2b-4c3d-8e4f-0123456789ab`,
  }));
}
