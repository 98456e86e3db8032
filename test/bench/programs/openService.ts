import { createService } from '../jsonService';
import { measureOpening } from '../opening';

const check = createService();
measureOpening(async (text) => {
  const { kept, problems } = await check(text);
  return { kept, records: 0, problems };
});
