import { testUntouchedRecords } from '../../../support/untouchedRecords';

testUntouchedRecords('several wrappers', 'several wrappers on lines');
