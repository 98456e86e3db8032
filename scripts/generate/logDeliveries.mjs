/** The generated knowledge of WorkMail's own logs and how they are switched on. */
import { deliveredFields } from './ownLogs.mjs';
import { parsed } from './words.mjs';

/** `logDeliveries.ts`: schemas/logDeliveries.json, each log with its fields as schemas/own-logs has them. */
export function logDeliveriesText(schemas) {
  const { $schema: _schema, description: _description, logs, ...others } = schemas.logDeliveries;
  const fields = deliveredFields(schemas);
  const withFields = Object.entries(logs).map(([logType, log]) => [logType, { ...log, fields: fields.get(logType) }]);
  const file = { logs: Object.fromEntries(withFields), ...others };
  return `import type { LogDeliveriesFile } from '../core/investigate/deliveries/logDeliveriesFile';
import { once } from '../core/once';

/** schemas/logDeliveries.json, with fields of schemas/own-logs */
export const logDeliveries: () => LogDeliveriesFile = /* @__PURE__ */ once(() => ${parsed(file)});
`;
}
