import { CARRIED_FORMS } from '../../../support/carriedForms';
import { testForeignLaws } from '../../../support/foreignLaws';

testForeignLaws(CARRIED_FORMS);
