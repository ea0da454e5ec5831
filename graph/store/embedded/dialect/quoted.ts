/** Words that the engine takes for no name unless they are quoted; Neo4j does. */
const RESERVED = new Set(
  'AND AS CASE CREATE DELETE DETACH DISTINCT ELSE FALSE IN IS MATCH MERGE NOT NULL OPTIONAL OR REMOVE RETURN SET THEN TRUE UNION UNWIND WHEN WHERE WITH XOR'.split(
    ' ',
  ),
);

export const isReserved = (name: string): boolean => RESERVED.has(name.toUpperCase());

/** A name as it must be written in a statement. */
export const quoted = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !isReserved(name) ? name : `\`${name}\``;
