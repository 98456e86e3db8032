import { testRecovery } from '../../../support/testRecovery';

testRecovery(3, 2_000, [
  'another log behind a cut',
  'the rest of another log behind a cut',
  'a comment sign',
  'two comment signs',
  'a comment around',
]);
