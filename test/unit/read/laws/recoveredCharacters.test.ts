import { testRecovery } from '../../../support/testRecovery';

testRecovery(1, 2_000, [
  'one character',
  'two characters',
  'two characters close together',
  'a small thing',
  'two small things',
]);
