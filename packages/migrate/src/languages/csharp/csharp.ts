import type { Language } from '../language.ts'
import { bindingsAt, nameOf } from './bindings.ts'
import { callOf } from './call-of.ts'
import { calls } from './calls.ts'
import { functionOf, functionTypes } from './functions.ts'
import { lower } from './lower.ts'
import { blocks, removalOf } from './removals.ts'
import { template } from './template.ts'

export const csharp: Language = {
  name: 'csharp',
  extensions: ['cs', 'csx', 'cshtml', 'razor'],
  aliases: ['c#', 'c-sharp', 'dotnet'],
  grammar: 'c-sharp',
  scopes: functionTypes,
  identifiers: new Set(['identifier']),
  expressions: new Set([
    'invocation_expression',
    'binary_expression',
    'interpolated_string_expression',
    'element_access_expression',
  ]),
  statements: new Set([
    'expression_statement',
    'local_declaration_statement',
    'return_statement',
    'if_statement',
  ]),
  blocks,
  bindingsAt,
  nameOf,
  callOf,
  functionOf,
  calls,
  macCalls: new Set(['ComputeHash', 'HashData']),
  lower,
  removalOf,
  logs: /^(?:Console\.|Debug\.|Trace\.|_?log(?:ger)?\.)/i,
  pureCalls: new Set([
    'new ASCIIEncoding',
    'new UTF8Encoding',
    'new HMACSHA256',
    'new DateTime',
    'GetBytes',
    'ToString',
    'ToCharArray',
  ]),
  template,
}
