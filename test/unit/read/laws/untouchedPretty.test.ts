import { testUntouchedRecords } from '../../../support/untouchedRecords';

testUntouchedRecords('pretty', 'pretty, CRLF');
