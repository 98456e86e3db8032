import { testUntouchedRecords } from '../../../support/untouchedRecords';

testUntouchedRecords('concatenated', 'pretty, concatenated');
