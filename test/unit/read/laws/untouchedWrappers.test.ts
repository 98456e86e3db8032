import { testUntouchedRecords } from '../../../support/untouchedRecords';

testUntouchedRecords(1, 150, ['several wrappers', 'several wrappers on lines']);
