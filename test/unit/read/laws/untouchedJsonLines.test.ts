import { testUntouchedRecords } from '../../../support/untouchedRecords';

testUntouchedRecords(1, 150, ['JSON Lines', 'JSON Lines, sorted keys, CRLF']);
