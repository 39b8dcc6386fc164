import { descendants, type SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Language, LocalFunction } from '../language.ts'
import { bindingsAt, isFunction, nameOf } from './bindings.ts'
import { callOf } from './call-of.ts'
import { calls } from './calls.ts'
import { lower } from './lower.ts'
import { removalOf } from './removal.ts'
import { template } from './template.ts'

const functionTypes: ReadonlySet<string> = new Set([
  'function_declaration',
  'function_expression',
  'arrow_function',
  'generator_function',
  'generator_function_declaration',
  'method_definition',
])

function parameterNames(node: SyntaxNode): string[] {
  const single = node.get('parameter')
  if (single) return [single.text]
  return (node.get('parameters')?.namedChildren ?? []).map((parameter) => {
    const target = parameter.get('pattern') ?? parameter.get('left') ?? parameter
    return target.type === 'identifier' ? target.text : ''
  })
}

function functionOf(node: SyntaxNode): LocalFunction | undefined {
  if (!isFunction(node)) return undefined
  const body = node.get('body')
  if (!body) return undefined
  if (body.type !== 'statement_block') return { parameters: parameterNames(node), returns: [body] }
  const returns: SyntaxNode[] = []
  for (const inner of descendants(body)) {
    const value = inner.type === 'return_statement' ? inner.namedChildren[0] : undefined
    if (value && inner.closest(functionTypes) === node) returns.push(value)
  }
  return { parameters: parameterNames(node), returns }
}

const shared = {
  reserved: new Set(
    'break case catch class const continue default delete do else export extends false finally for function if in instanceof new null return super switch this throw true try typeof var void while with'.split(
      ' ',
    ),
  ),
  scopes: functionTypes,
  identifiers: new Set([
    'identifier',
    'shorthand_property_identifier',
    'type_identifier',
    'jsx_identifier',
  ]),
  members: new Set(['property_identifier', 'private_property_identifier']),
  expressions: new Set([
    'call_expression',
    'new_expression',
    'template_string',
    'binary_expression',
    'array',
  ]),
  statements: new Set([
    'lexical_declaration',
    'variable_declaration',
    'expression_statement',
    'return_statement',
    'if_statement',
    'export_statement',
    'throw_statement',
  ]),
  blocks: new Set(['program', 'statement_block', 'switch_case', 'switch_default']),
  bindingsAt,
  nameOf,
  callOf,
  functionOf,
  calls,
  macCalls: new Set([
    'digest',
    'sign',
    'HmacSHA256',
    'hmacSHA256',
    'hmacSha256',
    'hmac-sha256',
    'base64',
    'hmac',
    'encodeSha256',
  ]),
  lower,
  removalOf,
  logs: /^console\.\w+\(/,
  pureCalls: new Set(['TextEncoder', 'TextDecoder', 'Date', 'getTime', 'now', 'require']),
  template,
} as const

export const javascript: Language = {
  ...shared,
  name: 'javascript',
  extensions: ['js', 'mjs', 'cjs', 'jsx', 'es6'],
  grammar: 'javascript',
  grammarWithTypes: 'tsx',
}

export const typescript: Language = {
  ...shared,
  name: 'typescript',
  extensions: ['ts', 'mts', 'cts'],
  grammar: 'typescript',
}

export const tsx: Language = { ...shared, name: 'tsx', extensions: ['tsx'], grammar: 'tsx' }
