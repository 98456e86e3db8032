import { testFollowedEdits } from '../support/testFollowedEdits';

/** As in `recovered.test.ts`: the seed is the day. Two are used each. */
const seed = 2 * Math.floor(Date.now() / 86_400_000);

testFollowedEdits(seed, { name: 'short logs', size: 12, runs: 60 });
testFollowedEdits(seed, { name: 'logs so long that an edit leaves most of them alone', size: 150, runs: 10 });
