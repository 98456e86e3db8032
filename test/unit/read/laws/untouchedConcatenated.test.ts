import { testUntouchedRecords } from '../../../support/untouchedRecords';

testUntouchedRecords(1, 150, ['concatenated', 'pretty, concatenated']);
