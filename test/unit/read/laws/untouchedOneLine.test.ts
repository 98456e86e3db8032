import { testUntouchedRecords } from '../../../support/untouchedRecords';

testUntouchedRecords('one line', 'Records last');
