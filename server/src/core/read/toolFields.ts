/**
 * What tools do to the fields of an event that they hand on: data, a row for each tool. The values of fields are not their
 * business, whatever a tool makes of those.
 */
export interface ToolFields {
  /** As its makers call it. */
  readonly tool: string;
  /** A field that no other tool and no record of CloudTrail's has: with it, the event is of this tool. */
  readonly marks: readonly string[];
  /** Fields that the tool puts beside those of CloudTrail, by name, or by their beginning where a `*` ends it. */
  readonly adds: readonly string[];
  /** Fields that the tool has moved: its name for them, and CloudTrail's. Where both stand, the tool has added its own. */
  readonly renames: readonly (readonly [own: string, field: string])[];
}

/** Sources: Panther's "standard fields", Logstash's codec for CloudTrail and its event, Wazuh's module for AWS. */
export const TOOL_FIELDS: readonly ToolFields[] = [
  { tool: 'Panther', marks: ['p_log_type', 'p_event_time'], adds: ['p_*'], renames: [] },
  { tool: 'Logstash', marks: ['@timestamp'], adds: ['@version', 'tags'], renames: [['@timestamp', 'eventTime']] },
  { tool: 'Wazuh', marks: ['log_info'], adds: ['log_info', 'source', 'aws_account_id'], renames: [] },
];
