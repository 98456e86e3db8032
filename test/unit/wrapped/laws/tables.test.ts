import { testForeignLaws } from '../../../support/foreignLaws';
import { TABLE_FORMS } from '../../../support/tableForms';

testForeignLaws(TABLE_FORMS, true);
