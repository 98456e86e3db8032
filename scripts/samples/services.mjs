/**
 * How each service writes its records. The services moved to newer record versions at different times, so a log of one
 * day holds several; which service writes which is invented here.
 *
 * @typedef {{ version: string, host: string, requestId: 'guid' | 'short' }} Service
 */

const versions = new Map([
  ['workmail', '1.09'],
  ['workmailMessageFlow', '1.08'],
  ['cloudtrail', '1.11'],
  ['ds', '1.08'],
  ['iam', '1.11'],
  ['kms', '1.11'],
  ['lambda', '1.10'],
  ['logs', '1.09'],
  ['s3', '1.11'],
  ['ses', '1.09'],
  ['signin', '1.11'],
  ['sso', '1.08'],
  ['sts', '1.08'],
]);

const hosts = new Map([
  ['iam', 'iam.amazonaws.com'],
  ['s3', 's3.us-east-1.amazonaws.com'],
  ['ses', 'email.us-east-1.amazonaws.com'],
  ['signin', 'signin.aws.amazon.com'],
]);

/**
 * @param {string} service the first part of its eventSource
 * @returns {Service}
 */
export function services(service) {
  const version = versions.get(service);
  if (version === undefined) throw new Error(`scripts/samples/services.mjs does not know ${service}.`);
  return {
    version,
    host: hosts.get(service) ?? `${service.toLowerCase()}.us-east-1.amazonaws.com`,
    requestId: service === 's3' ? 'short' : 'guid',
  };
}
