import { testUntouchedRecords } from '../../../support/untouchedRecords';

testUntouchedRecords(1, 150, ['sorted keys', 'pretty, sorted keys']);
