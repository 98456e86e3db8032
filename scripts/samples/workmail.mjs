/** Calls to WorkMail that more than one of the logs makes. */
import { organizationId } from './company.mjs';

/** What stands for a secret in a record. How WorkMail itself masks one is not proven. */
export const masked = 'HIDDEN_DUE_TO_SECURITY_REASONS';

/**
 * A call whose parameters name the organization, as nearly all do.
 *
 * @param {import('./story.mjs').Fields} [parameters]
 * @param {Omit<import('./story.mjs').Call, 'request'>} [rest]
 * @returns {import('./story.mjs').Call}
 */
export function ask(parameters = {}, rest = {}) {
  return { request: { organizationId, ...parameters }, ...rest };
}

/**
 * A call that WorkMail itself refused: unlike one that IAM refuses it keeps its parameters.
 *
 * @param {string} errorCode
 * @param {string} errorMessage
 * @param {import('./story.mjs').Fields} parameters
 * @returns {import('./story.mjs').Call}
 */
export function failed(errorCode, errorMessage, parameters) {
  return ask(parameters, { errorCode, errorMessage });
}

/**
 * The parameters of StartMailboxExportJob.
 *
 * @param {object} job
 * @param {string} job.clientToken
 * @param {string} job.entityId
 * @param {string} job.description
 * @param {string} job.account whose role and key the job uses
 * @param {string} job.role
 * @param {string} job.key the id of the key
 * @param {string} job.bucket
 * @param {string} job.prefix
 */
export function exportJob({ clientToken, entityId, description, account, role, key, bucket, prefix }) {
  return {
    clientToken,
    entityId,
    description,
    roleArn: `arn:aws:iam::${account}:role/${role}`,
    kmsKeyArn: `arn:aws:kms:us-east-1:${account}:key/${key}`,
    s3BucketName: bucket,
    s3Prefix: prefix,
  };
}
