import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Binding } from '../language.ts'
import { blocks } from './blocks.ts'
import { methodName } from './call-of.ts'
import { stringOf } from './literals.ts'
import { isLocal } from './locals.ts'

/** A local variable; `@x` belongs to the object and a constant to the file. */
export function nameOf(node: SyntaxNode): string | undefined {
  switch (node.type) {
    case 'identifier':
      return isLocal(node) ? node.text : undefined
    case 'instance_variable':
    case 'class_variable':
    case 'global_variable':
      return `self.${node.text}`
    case 'constant':
      return node.parent?.type === 'scope_resolution' ? undefined : node.text
    case 'scope_resolution':
      return node.get('scope')?.text === 'self' ? node.get('name')?.text : undefined
    default:
      return undefined
  }
}

function assignment(node: SyntaxNode): Binding[] {
  const [left, value] = [node.get('left'), node.get('right')]
  if (!left || !value) return []
  if (left.type === 'left_assignment_list') {
    const values = value.type === 'right_assignment_list' ? value.namedChildren : []
    return left.namedChildren.flatMap((target, index) => {
      const name = nameOf(target)
      return name === undefined
        ? []
        : [{ name, kind: 'value', node: target, value: values[index] } as const]
    })
  }
  if (left.type === 'element_reference') return changed(left.get('object'), node)
  const name = nameOf(left)
  if (name === undefined) return []
  const appends = /^[-+*/]=$/.test(node.get('operator')?.text ?? '')
  return [{ name, kind: appends ? 'append' : 'value', node, value }]
}

/** Methods that change the object they are called on; after them its name means something else. */
const changing = /^(?:update|concat|merge!)$/

function changed(object: SyntaxNode | undefined, node: SyntaxNode, value = node): Binding[] {
  const name = object && nameOf(object)
  return name === undefined ? [] : [{ name, kind: 'value', node, value }]
}

/** `text.gsub!(…)` changes letters only, so the name goes on meaning what it meant. */
function changedInPlace(node: SyntaxNode, method: string): Binding[] {
  const receiver = node.get('receiver')
  if (changing.test(method)) return changed(receiver, node)
  return method.endsWith('!') ? changed(receiver, node, receiver) : []
}

/** `text << x`, `hmac.update(x)`, `text.gsub!(…)` as statements. */
function change(node: SyntaxNode): Binding[] {
  if (!node.parent || !blocks.has(node.parent.type)) return []
  if (node.type === 'call') return changedInPlace(node, node.get('method')?.text ?? '')
  let object = node.get('operator')?.text === '<<' ? node.get('left') : undefined
  while (object?.type === 'binary' && object.get('operator')?.text === '<<')
    object = object.get('left')
  return changed(object, node)
}

/** Files of the standard library, under the name of what they define; OpenSSL is always needed. */
const features: Readonly<Record<string, string>> = {
  base64: 'Base64',
  json: 'JSON',
  digest: 'Digest',
}

function required(node: SyntaxNode): Binding[] {
  const [first] = node.get('arguments')?.namedChildren ?? []
  const feature = first && node.get('method')?.text === 'require' ? stringOf(first) : undefined
  const name = feature === undefined ? undefined : features[feature]
  return name && feature ? [{ name, kind: 'import', node, module: feature, imported: '*' }] : []
}

const parameterTypes =
  /^(?:optional_parameter|keyword_parameter|splat_parameter|hash_splat_parameter|block_parameter)$/
const parameterLists = /^(?:method|block|lambda)_parameters$/

export function bindingsAt(node: SyntaxNode): readonly Binding[] {
  if (parameterTypes.test(node.type)) {
    const name = node.get('name')?.text
    return name ? [{ name, kind: 'parameter', node }] : []
  }
  switch (node.type) {
    case 'assignment':
    case 'operator_assignment':
      return assignment(node)
    case 'binary':
      return change(node)
    case 'call':
      return [...required(node), ...change(node)]
    case 'method':
    case 'singleton_method': {
      const name = node.get('name')?.text
      return name ? [{ name: methodName(name), kind: 'function', node, value: node }] : []
    }
    case 'identifier': {
      const isParameter = parameterLists.test(node.parent?.type ?? '')
      return isParameter ? [{ name: node.text, kind: 'parameter', node }] : []
    }
    default:
      return []
  }
}
