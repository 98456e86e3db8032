import { testUntouchedRecords } from '../../../support/untouchedRecords';

testUntouchedRecords('sorted keys', 'pretty, sorted keys');
