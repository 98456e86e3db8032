import { LOG_FORM_NAMES } from '../support/logForms';
import { testUntouchedRecords } from '../support/untouchedRecords';

/** As in `recovered.test.ts`: the seed is the day. */
const today = Math.floor(Date.now() / 86_400_000);

// With the fourteen forms there are, a hundred thousand damages.
testUntouchedRecords(8 * today, 900, LOG_FORM_NAMES);
