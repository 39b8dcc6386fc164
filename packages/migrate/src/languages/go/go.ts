import type { Language } from '../language.ts'
import { bindingsAt, nameOf } from './bindings.ts'
import { callOf } from './call-of.ts'
import { calls } from './calls.ts'
import { functionOf, functionTypes } from './functions.ts'
import { lower } from './lower.ts'
import { blocks, removalOf } from './removals.ts'
import { template } from './template.ts'

export const go: Language = {
  name: 'go',
  extensions: ['go'],
  aliases: ['golang'],
  grammar: 'go',
  scopes: functionTypes,
  identifiers: new Set(['identifier', 'package_identifier']),
  expressions: new Set(['call_expression', 'binary_expression']),
  statements: new Set([
    'expression_statement',
    'short_var_declaration',
    'return_statement',
    'if_statement',
  ]),
  blocks,
  bindingsAt,
  nameOf,
  callOf,
  functionOf,
  calls,
  macCalls: new Set(['Sum']),
  lower,
  removalOf,
  // A log that goes could leave its package without a use, which Go refuses.
  logs: /^(?:fmt\.Print|log\.|logger\.|slog\.)/,
  pureCalls: new Set(['Now', 'Unix', 'New', '[]byte', 'string', 'Itoa', 'Sprintf', 'Getenv']),
  template,
}
