import { testUntouchedRecords } from '../../../support/untouchedRecords';

testUntouchedRecords(1, 150, ['pretty', 'pretty, CRLF']);
