/** Node types whose children are statements. */
export const blocks: ReadonlySet<string> = new Set([
  'program',
  'body_statement',
  'block_body',
  'then',
  'else',
  'begin',
  'ensure',
  'do',
])
