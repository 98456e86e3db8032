/** The generated knowledge of WorkMail's own logs and how they are switched on. */
import { parsed } from './words.mjs';

/** `logDeliveries.ts`: schemas/logDeliveries.json. */
export function logDeliveriesText({ logDeliveries: { $schema: _schema, description: _description, ...file } }) {
  return `import type { LogDeliveriesFile } from '../core/investigate/deliveries/logDeliveriesFile';
import { once } from '../core/once';

/** schemas/logDeliveries.json */
export const logDeliveries: () => LogDeliveriesFile = /* @__PURE__ */ once(() => ${parsed(file)});
`;
}
