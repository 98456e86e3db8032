/** schemas/carriers.json: by what names tools that carry logs hand on the text of an event and its time. */
export interface CarriersFile {
  /** Names of columns of tables, in small letters. */
  readonly columns: CarriedNames;
  /** Names of members of JSON, as they are written. */
  readonly members: CarriedNames;
}

interface CarriedNames {
  readonly messages: readonly string[];
  readonly times: readonly string[];
}
