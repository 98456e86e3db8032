import { measureOpening } from '../opening';

measureOpening((text) => {
  const kept: { Records?: unknown[]; Events?: unknown[] } = JSON.parse(text);
  return { kept, records: (kept.Records ?? kept.Events ?? []).length, problems: 0 };
});
