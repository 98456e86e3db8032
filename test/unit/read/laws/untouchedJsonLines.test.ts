import { testUntouchedRecords } from '../../../support/untouchedRecords';

testUntouchedRecords('JSON Lines', 'JSON Lines, sorted keys, CRLF');
