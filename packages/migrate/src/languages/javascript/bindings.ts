import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Binding } from '../language.ts'
import { stringOf } from './literals.ts'

const functions =
  /^(?:function_declaration|function_expression|arrow_function|generator_function|generator_function_declaration|method_definition)$/

export function isFunction(node: SyntaxNode): boolean {
  return functions.test(node.type)
}

export function nameOf(node: SyntaxNode): string | undefined {
  switch (node.type) {
    case 'identifier':
    case 'shorthand_property_identifier':
      return node.text
    case 'member_expression': {
      const object = node.get('object')
      const property = node.get('property')
      return object?.type === 'this' && property
        ? `this.${property.text.replace(/^#/, '')}`
        : undefined
    }
    case 'non_null_expression':
    case 'parenthesized_expression': {
      const inner = node.namedChildren[0]
      return inner && nameOf(inner)
    }
    default:
      return undefined
  }
}

/** `import x = require('m')` of TypeScript. */
function requireClause(clause: SyntaxNode): Binding[] {
  const [name] = clause.namedChildren
  const source = clause.get('source')
  const module = source && stringOf(source)
  return name && module !== undefined
    ? [{ name: name.text, kind: 'import', node: name, module, imported: '*' }]
    : []
}

/** `import x, { y as z } from 'm'` */
function importBindings(node: SyntaxNode): Binding[] {
  const required = node.children.find(({ type }) => type === 'import_require_clause')
  if (required) return requireClause(required)
  const source = node.get('source')
  const module = source && stringOf(source)
  const clause = node.children.find(({ type }) => type === 'import_clause')
  if (module === undefined || !clause) return []
  return clause.namedChildren.flatMap((part) => clauseBindings(part, module))
}

function clauseBindings(part: SyntaxNode, module: string): Binding[] {
  if (part.type === 'identifier') {
    return [{ name: part.text, kind: 'import', node: part, module, imported: 'default' }]
  }
  if (part.type === 'namespace_import') {
    const name = part.namedChildren[0]?.text
    return name ? [{ name, kind: 'import', node: part, module, imported: '*' }] : []
  }
  return part.namedChildren.map((specifier) => {
    const imported = specifier.get('name')?.text ?? specifier.text
    const name = specifier.get('alias')?.text ?? imported
    return { name, kind: 'import', node: specifier, module, imported }
  })
}

/** The module of `require('m')`, `await import('m')`, `require('m').x`. */
function requiredModule(value: SyntaxNode | undefined): string | undefined {
  const match =
    value && /^(?:await\s+)?(?:require|import)\(\s*['"`]([^'"`]+)['"`]\s*\)/.exec(value.text)
  return match?.[1]
}

/** Names inside `{ a, b: c = 1, ...rest }` or `[a, b]`. */
function patternNames(pattern: SyntaxNode): SyntaxNode[] {
  switch (pattern.type) {
    case 'identifier':
    case 'shorthand_property_identifier_pattern':
      return [pattern]
    case 'pair_pattern':
      return patternNames(pattern.get('value') ?? pattern)
    case 'assignment_pattern':
    case 'object_assignment_pattern':
      return patternNames(pattern.get('left') ?? pattern)
    case 'required_parameter':
    case 'optional_parameter':
      return patternNames(pattern.get('pattern') ?? pattern)
    default:
      return pattern.namedChildren.flatMap((child) =>
        /pattern|identifier|parameter/.test(child.type) ? patternNames(child) : [],
      )
  }
}

function declaratorBindings(node: SyntaxNode): Binding[] {
  const target = node.get('name')
  const value = node.get('value')
  if (!target) return []
  const module = requiredModule(value)
  const isName = target.type === 'identifier'
  if (module !== undefined) {
    return patternNames(target).map((name) => ({
      name: name.text,
      kind: 'import',
      node: isName ? node : name,
      module,
      imported: isName ? '*' : name.text,
    }))
  }
  if (isName) {
    return value && isFunction(value)
      ? [{ name: target.text, kind: 'function', node, value }]
      : [{ name: target.text, kind: 'value', node, value }]
  }
  return patternNames(target).map((name) => ({ name: name.text, kind: 'value', node: name }))
}

function assignmentBindings(node: SyntaxNode): Binding[] {
  const left = node.get('left')
  const name = left && nameOf(left)
  const value = node.get('right')
  if (name === undefined || !value) return []
  if (isFunction(value)) return [{ name, kind: 'function', node, value }]
  const kind = node.type === 'assignment_expression' ? 'value' : 'append'
  return [{ name, kind, node, value }]
}

function fieldBindings(node: SyntaxNode): Binding[] {
  const name = (node.get('property') ?? node.get('name'))?.text.replace(/^#/, '')
  const value = node.get('value')
  if (!name || !value) return []
  return isFunction(value)
    ? [{ name, kind: 'function', node, value }]
    : [{ name: `this.${name}`, kind: 'value', node, value }]
}

function functionBindings(node: SyntaxNode): Binding[] {
  const name = node.get('name')?.text
  return name ? [{ name, kind: 'function', node, value: node }] : []
}

function memberBindings(node: SyntaxNode): Binding[] {
  const value = node.get('value')
  const name = node.get('key')?.text
  return value && name && isFunction(value) ? [{ name, kind: 'function', node, value }] : []
}

function arrowBindings(node: SyntaxNode): Binding[] {
  const single = node.get('parameter')
  return single ? [{ name: single.text, kind: 'parameter', node: single }] : []
}

/** `fields.push(x)` as a statement. */
function pushBindings(node: SyntaxNode): Binding[] {
  const callee = node.get('function')
  const list = callee?.type === 'member_expression' ? callee.get('object') : undefined
  if (node.parent?.type !== 'expression_statement' || callee?.get('property')?.text !== 'push')
    return []
  const name = list && nameOf(list)
  return name === undefined ? [] : [{ name, kind: 'append', node, value: node }]
}

const readers: Readonly<Record<string, (node: SyntaxNode) => readonly Binding[]>> = {
  import_statement: importBindings,
  variable_declarator: declaratorBindings,
  assignment_expression: assignmentBindings,
  augmented_assignment_expression: assignmentBindings,
  public_field_definition: fieldBindings,
  field_definition: fieldBindings,
  function_declaration: functionBindings,
  generator_function_declaration: functionBindings,
  method_definition: functionBindings,
  pair: memberBindings,
  call_expression: pushBindings,
  formal_parameters: (node) =>
    patternNames(node).map((name) => ({ name: name.text, kind: 'parameter', node: name })),
  arrow_function: arrowBindings,
}

export function bindingsAt(node: SyntaxNode): readonly Binding[] {
  return readers[node.type]?.(node) ?? []
}
