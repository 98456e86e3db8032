import { testForeignLaws } from '../../../support/foreignLaws';
import { SHARED_TEXTS } from '../../../support/sharedTexts';

testForeignLaws(SHARED_TEXTS, true);
