import type { QuestionRow } from '../../../server/src/core';

/** A row with what is given, and nothing else that a question could find. */
export function rowWith(given: Partial<QuestionRow> = {}): QuestionRow {
  return {
    time: Number.NaN,
    service: '',
    action: '',
    outcome: 'succeeded',
    errorCode: '',
    region: '',
    account: '',
    readOnly: undefined,
    category: '',
    type: '',
    actorKind: '',
    actor: '',
    actorArn: '',
    actorId: '',
    accessKey: '',
    sessionIssuer: '',
    sessionName: '',
    invokedBy: '',
    address: '',
    userAgent: '',
    eventID: '',
    requestID: '',
    sharedEventID: '',
    organization: '',
    targets: [],
    made: [],
    named: [],
    malformed: false,
    weight: undefined,
    file: '',
    raw: () => '{}',
    ...given,
  };
}
