import { isOfAws, isPrivate } from '../explain/values/addresses';
import type { FieldWord } from './fieldKinds';
import type { QuestionRow } from './questionRow';

/** The words of `outcome`. */
export const outcomes: readonly FieldWord[] = [
  {
    word: 'succeeded',
    synonyms: ['success', 'ok'],
    description: 'The call did what it was asked for.',
    holds: (row) => row.outcome === 'succeeded',
  },
  {
    word: 'failed',
    synonyms: ['failure', 'fail', 'error'],
    description: 'The call was refused or went wrong.',
    holds: (row) => row.outcome === 'failed',
  },
  {
    word: 'unknown',
    synonyms: [],
    description: 'The record is too damaged to tell.',
    holds: (row) => row.outcome === 'unknown',
  },
];

/** The words of `is`. */
export const flags: readonly FieldWord[] = [
  {
    word: 'write',
    synonyms: [],
    description: 'The record says that the call is not read-only.',
    holds: (row) => row.readOnly === false,
  },
  {
    word: 'read',
    synonyms: ['readonly'],
    description: 'The record says that the call is read-only.',
    holds: (row) => row.readOnly === true,
  },
  {
    word: 'failed',
    synonyms: [],
    description: 'The call was refused or went wrong, as with outcome:failed.',
    holds: (row) => row.outcome === 'failed',
  },
  {
    word: 'malformed',
    synonyms: ['broken', 'damaged'],
    description: 'The record is broken JSON or no event as CloudTrail writes it.',
    holds: (row) => row.malformed,
  },
  {
    word: 'workmail',
    synonyms: [],
    description: 'The event is of WorkMail or its Message Flow.',
    holds: (row) => ['workmail', 'workmailmessageflow'].includes(row.service.toLowerCase()),
  },
  {
    word: 'root',
    synonyms: [],
    description: 'The owner of the account acted, with all rights.',
    holds: (row) => row.actorKind.toLowerCase() === 'root',
  },
  {
    word: 'service',
    synonyms: [],
    description: 'A service of AWS acted on its own account.',
    holds: isByService,
  },
];

/** Events of services often have no type of identity, and only say who invoked them. */
function isByService(row: QuestionRow): boolean {
  return row.actorKind.toLowerCase() === 'awsservice' || (row.actorKind === '' && row.invokedBy !== '');
}

/** The words of `address`, beside those for its presence. */
export const addressWords: readonly FieldWord[] = [
  {
    word: 'private',
    synonyms: [],
    description: 'An address that the internet does not route: of a local network, a carrier or the machine itself.',
    holds: (row) => isPrivate(row.address),
  },
  {
    word: 'aws',
    synonyms: [],
    description: 'The name of a service in the place of an address, or AWS Internal.',
    holds: (row) => isOfAws(row.address),
  },
];
