import { testRecovery } from '../../../support/testRecovery';

testRecovery(2, 2_000, [
  'a block lost',
  'a block twice',
  'a piece of another record',
  'a block overwritten',
  'a whole record inside',
]);
