import { testUntouchedRecords } from '../../../support/untouchedRecords';

testUntouchedRecords('array', 'pretty array');
