import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Binding } from '../language.ts'

/** `$x`; `$this->x` and `self::$x` are one name. */
export function nameOf(node: SyntaxNode): string | undefined {
  if (node.type === 'variable_name') return node.text
  if (node.type === 'member_access_expression' && node.get('object')?.text === '$this') {
    return `$this->${node.get('name')?.text ?? ''}`
  }
  if (node.type === 'scoped_property_access_expression') {
    return `$this->${node.get('name')?.text.replace(/^\$/, '') ?? ''}`
  }
  if (node.type === 'class_constant_access_expression')
    return `const.${node.namedChildren.at(-1)?.text ?? ''}`
  return undefined
}

function assignment(node: SyntaxNode): Binding[] {
  const left = node.get('left')
  const value = node.get('right')
  const name = left && nameOf(left)
  const map = left?.type === 'subscript_expression' ? left.namedChildren[0] : undefined
  const mapName = map && nameOf(map)
  if (mapName !== undefined) return [{ name: mapName, kind: 'append', node, value: node }]
  if (name === undefined || !value) return []
  const appends = node.type === 'augmented_assignment_expression'
  return [{ name, kind: appends ? 'append' : 'value', node, value }]
}

export function bindingsAt(node: SyntaxNode): readonly Binding[] {
  switch (node.type) {
    case 'assignment_expression':
    case 'augmented_assignment_expression':
      return assignment(node)
    case 'property_element': {
      const value = node.get('default_value')
      const name = node.get('name')?.text.replace(/^\$/, '')
      return value && name ? [{ name: `$this->${name}`, kind: 'value', node, value }] : []
    }
    case 'const_element': {
      const [name, value] = node.namedChildren
      return name && value ? [{ name: `const.${name.text}`, kind: 'value', node, value }] : []
    }
    case 'simple_parameter':
    case 'property_promotion_parameter': {
      const name = node.get('name')?.text
      return name ? [{ name, kind: 'parameter', node }] : []
    }
    case 'function_definition':
    case 'method_declaration': {
      const name = node.get('name')?.text
      return name ? [{ name, kind: 'function', node, value: node }] : []
    }
    default:
      return []
  }
}
