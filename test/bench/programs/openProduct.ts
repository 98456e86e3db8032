import { measureOpening } from '../opening';
import { openLog } from '../product';

// Everything that the server does with a log that was opened: read it, and find what the Problems list shows.
measureOpening((text) => {
  const { analysis, diagnostics } = openLog(text);
  return { kept: analysis, records: analysis.recordCount, problems: diagnostics.length };
});
