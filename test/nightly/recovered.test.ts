import { FAMILIES } from '../support/damageFamilies';
import { testRecovery } from '../support/testRecovery';

/** A run a day of its own: the seed is the day, so that every night other damages are tried, and any can be tried again. */
const today = Math.floor(Date.now() / 86_400_000);

for (const family of Object.keys(FAMILIES)) testRecovery(today, 67_000, [family]);
