/** Explains a value where it carries meaning of its own; what its field means is the business of the hover. */
import type { EventRecord, JsonPath, JsonValue } from '../record';
import { notesAt, noteWords } from './parameterNotes';
import { explainAccount } from './values/accounts';
import { explainArn } from './values/arn';
import { type Explainer, type ExplainOptions, ofText, type ValueContext } from './values/context';
import { explainEnum } from './values/enums';
import { explainErrorCode, explainErrorMessage } from './values/errorCodes';
import { explainEventVersion } from './values/eventVersion';
import { explainTime } from './values/explainTime';
import { explainIdentifier } from './values/identifiers';
import { explainKeyOrPrincipal } from './values/keyPrefixes';
import { explainMarker, explainPartlyMasked } from './values/markers';
import { explainNothing } from './values/nothing';
import { explainReadOnly } from './values/readOnly';
import { explainRegion } from './values/region';
import { explainRoleName } from './values/sessionNames';
import { explainSource, explainSourceAddress } from './values/sourceAddress';
import { explainUserAgent } from './values/userAgent';
import { fieldAt } from './words';

const ISSUER = 'userIdentity.sessionContext.sessionIssuer';

/** Fields of a record whose values have an explanation of their own, by name from the root. */
const BY_FIELD: ReadonlyMap<string, Explainer> = new Map<string, Explainer>([
  ['eventVersion', explainEventVersion],
  ['eventTime', explainTime],
  ['userIdentity.sessionContext.attributes.creationDate', explainTime],
  ['timeWindow.windowStart', explainTime],
  ['timeWindow.windowEnd', explainTime],
  ['eventSource', explainSource],
  ['insightDetails.eventSource', explainSource],
  ['userIdentity.invokedBy', explainSource],
  ['vpcEndpointId', explainSource],
  ['awsRegion', explainRegion],
  ['sourceIPAddress', explainSourceAddress],
  ['userAgent', explainUserAgent],
  ['errorCode', explainErrorCode],
  ['insightDetails.errorCode', explainErrorCode],
  ['errorMessage', explainErrorMessage],
  ['readOnly', explainReadOnly],
  ['requestParameters', explainNothing],
  ['responseElements', explainNothing],
  ['recipientAccountId', explainAccount],
  ['vpcEndpointAccountId', explainAccount],
  ['resources[].accountId', explainAccount],
  ['userIdentity.accountId', explainAccount],
  ['userIdentity.invokedByDelegate.accountId', explainAccount],
  ['userIdentity.inScopeOf.sourceAccount', explainAccount],
  [`${ISSUER}.accountId`, explainAccount],
  [`${ISSUER}.userName`, ofText(explainRoleName)],
  [`${ISSUER}.principalId`, explainKeyOrPrincipal],
  ['userIdentity.principalId', explainKeyOrPrincipal],
  ['userIdentity.accessKeyId', explainKeyOrPrincipal],
]);

/** What a value tells by its form, wherever it stands; the first that has something to say is heard. */
const BY_FORM: readonly Explainer[] = [explainEnum, explainArn, explainIdentifier, explainMoment, explainAnyKey];

/** Parameters that hold a moment are the ones whose schema allows text and number. */
function explainMoment(value: JsonValue, context: ValueContext): readonly string[] {
  const types = [context.field.node?.type].flat();
  return types.includes('string') && types.includes('number') && !types.includes('null')
    ? explainTime(value, context)
    : [];
}

function explainAnyKey(value: JsonValue, context: ValueContext): readonly string[] {
  return typeof value === 'string' && /^A[A-Z]{3}[A-Z0-9]{12,}(?::|$)/.test(value)
    ? explainKeyOrPrincipal(value, context)
    : [];
}

/**
 * What a value means, as finished Markdown paragraphs: the explanation first, then warnings about it. Empty when the
 * value says nothing that its field does not say.
 */
export function explainValue(
  record: EventRecord,
  path: JsonPath,
  value: JsonValue,
  options: ExplainOptions = {},
): readonly string[] {
  const field = fieldAt(record, path);
  const notes = notesAt(record, path);
  const context: ValueContext = { record, path, field, options, isNoted: notes.length > 0 };
  const marker = explainMarker(value);
  const explained = marker.length > 0 ? marker : explainedValue(value, context);
  return [...explained, ...explainPartlyMasked(value), ...notes.map(noteWords)];
}

function explainedValue(value: JsonValue, context: ValueContext): readonly string[] {
  const own = BY_FIELD.get(context.field.name);
  if (own !== undefined) return own(value, context);
  for (const explain of BY_FORM) {
    const found = explain(value, context);
    if (found.length > 0) return found;
  }
  return [];
}
