import { isBody } from '../syntax/is-body.ts'
import { descendants, type SyntaxNode } from '../syntax/syntax-node.ts'
import type { Unit } from './rule.ts'

export interface SecretUses {
  /** Where the secret, or what it is handed on as, is read. */
  readonly reads: readonly SyntaxNode[]
  /** Members and statements that do no more than hand it on. */
  readonly carriers: readonly SyntaxNode[]
  /** Whether it is also given to a function of the file, so that its place must stay. */
  readonly isArgument: boolean
}

const names: ReadonlySet<string> = new Set([
  'identifier',
  'property_identifier',
  'private_property_identifier',
  'shorthand_property_identifier',
])
const types: ReadonlySet<string> = new Set(['property_signature', 'type_annotation'])
const statements: ReadonlySet<string> = new Set(['expression_statement'])

/** Every reading of a name, as a variable or as a member, outside its declaration. */
function readsOf(name: string, declaration: SyntaxNode, root: SyntaxNode): readonly SyntaxNode[] {
  return descendants(root).filter((node) => {
    if (node.text !== name || !names.has(node.type) || declaration.contains(node)) return false
    if (node.closest(types) || node.parent?.type === 'formal_parameters') return false
    return node.field !== 'key' && node.field !== 'name' && !isTarget(node)
  })
}

/** What an expression is given to by name: `this.secret = …` and `conf.secret = …` read nothing. */
function isTarget(node: SyntaxNode): boolean {
  const whole = node.field === 'property' ? node.parent : node
  return whole?.field === 'left' && whole.parent?.type === 'assignment_expression'
}

/** What an argument is called in the function of the file that it is given to. */
export interface Parameter {
  readonly name: string
  readonly functionName: string
  readonly reads: readonly SyntaxNode[]
}

/** Nothing where the called function is not known. */
export function parameterOf(
  argument: SyntaxNode,
  { evaluator, language }: Unit,
): Parameter | undefined {
  const list = argument.parent
  const call = list?.type === 'arguments' && list.parent ? evaluator.callOf(list.parent) : undefined
  const target = call && evaluator.scopes.method(call.name)?.value
  const name = target && language.functionOf(target)?.parameters[call.args.indexOf(argument)]
  const body = target?.get('body')
  if (!call || !name || !body) return undefined
  const reads = descendants(body).filter((node) => node.type === 'identifier' && node.text === name)
  return { name, functionName: call.name, reads }
}

/** The readings of the parameter that a name or a member becomes as an argument. */
function readsAsParameter(read: SyntaxNode, unit: Unit): readonly SyntaxNode[] | undefined {
  const argument = read.field === 'property' ? read.parent : read
  return argument && parameterOf(argument, unit)?.reads
}

/** Functions that keep the object that they are given. */
const keepers =
  /^(?:useState|useRef|useMemo|useReducer|ref|reactive|shallowRef|readonly|freeze|seal|signal)$/

/** Whether an object is given to code outside the file, which may read any of its members. */
export function isHandedOut(object: SyntaxNode, { evaluator }: Unit): boolean {
  const list = object.parent
  const call = list?.type === 'arguments' && list.parent ? evaluator.callOf(list.parent) : undefined
  if (list?.type !== 'arguments') return false
  return !call || !(keepers.test(call.name) || evaluator.scopes.method(call.name))
}

interface Carrier {
  /** The member or the statement that hands the secret on, and the name that it gets there. */
  readonly node: SyntaxNode
  readonly name: string
}

/** `{ secret }` and `{ secret: SECRET }`, in an object that stays in the file. */
function memberCarrier(member: SyntaxNode, unit: Unit): Carrier | undefined {
  const object = member.parent
  if (object?.type !== 'object' || isHandedOut(object, unit)) return undefined
  const name = (member.get('key') ?? member).text.replace(/^['"]|['"]$/g, '')
  return { node: member, name }
}

/** `conf.secret = SECRET` as a statement. */
function statementCarrier(assignment: SyntaxNode): Carrier | undefined {
  const { parent } = assignment
  const left = assignment.get('left')
  const name = left?.type === 'member_expression' ? left.get('property')?.text : undefined
  const isStatement = parent?.type === 'expression_statement' && !isBody(parent)
  return name && isStatement ? { node: parent, name } : undefined
}

function carrierOf(read: SyntaxNode, unit: Unit): Carrier | undefined {
  if (read.type === 'shorthand_property_identifier') return memberCarrier(read, unit)
  const value = read.field === 'property' ? read.parent : read
  const holder = value?.parent
  if (holder?.type === 'pair' && value?.field === 'value') return memberCarrier(holder, unit)
  return holder?.type === 'assignment_expression' && value?.field === 'right'
    ? statementCarrier(holder)
    : undefined
}

/** Whether a use of an object can show its members to code that this file does not hold. */
function showsMembers(use: SyntaxNode, unit: Unit): boolean {
  const { parent } = use
  if (use.field === 'object' || /^(?:unary|binary)_expression$/.test(parent?.type ?? ''))
    return false
  if (parent?.type === 'variable_declarator' && parent.get('name')?.type === 'object_pattern')
    return false
  const log = use.closest(statements)
  if (log && unit.language.logs.test(log.text)) return false
  const call = parent?.type === 'arguments' ? parent.parent : undefined
  const receiver = call && unit.evaluator.callOf(call)?.receiver?.text
  if (receiver !== undefined && /ZoomMtg/i.test(receiver))
    return call?.text.includes('ignature(') === true
  return parent?.type !== 'arguments' || isHandedOut(use, unit)
}

/** Where the object that a member stands in is used as a whole. */
function wholeUses(member: SyntaxNode, unit: Unit): readonly SyntaxNode[] {
  const { scopes } = unit.evaluator
  const declarator = member.parent?.parent
  const name = declarator?.type === 'variable_declarator' ? declarator.get('name') : undefined
  if (!declarator || name?.type !== 'identifier') return []
  return descendants(scopes.root).filter(
    (node) =>
      node.text === name.text &&
      node !== name &&
      /^(?:shorthand_property_)?identifier$/.test(node.type) &&
      showsMembers(node, unit) &&
      scopes.visible(node.text, node).some((each) => each.node === declarator),
  )
}

/** Whether an object is what a function gives, so that whoever calls it can read it. */
function isGivenBy(target: SyntaxNode, object: SyntaxNode | undefined): boolean {
  let at = object?.parent
  while (at?.type === 'parenthesized_expression') at = at.parent
  return at === target || (at?.type === 'return_statement' && at.parent?.parent === target)
}

/** Whether other files can read it. */
export function isExported(declaration: SyntaxNode): boolean {
  for (let at: SyntaxNode | undefined = declaration; at; at = at.parent) {
    if (at.type === 'export_statement') return true
    if (/method|class/.test(at.type)) return false
    if (/function/.test(at.type) && !isGivenBy(at, declaration.parent)) return false
    const left = at.type === 'assignment_expression' ? at.get('left')?.text : undefined
    if (/^(?:module\.)?exports\b/.test(left ?? '')) return true
  }
  return false
}

/** Follows a secret from its declaration to the code that signs with it. */
export function secretUses(name: string, declaration: SyntaxNode, unit: Unit): SecretUses {
  const reads: SyntaxNode[] = []
  const carriers: SyntaxNode[] = []
  const known = new Set([name])
  let isArgument = false
  const open: (readonly [string, SyntaxNode])[] = [[name, declaration]]
  for (let next = open.pop(); next; next = open.pop()) {
    for (const read of readsOf(...next, unit.root)) {
      const carrier = carrierOf(read, unit)
      const further = carrier ? undefined : readsAsParameter(read, unit)
      isArgument ||= further !== undefined
      if (!carrier) reads.push(...(further ?? [read]))
      else {
        carriers.push(carrier.node)
        if (!known.has(carrier.name)) open.push([carrier.name, carrier.node])
        known.add(carrier.name)
      }
    }
  }
  const members = [declaration, ...carriers].filter(({ type }) => type !== 'variable_declarator')
  reads.push(...members.flatMap((member) => wholeUses(member, unit)))
  return {
    reads: reads.filter((read) => !carriers.some((each) => each.contains(read))),
    carriers,
    isArgument,
  }
}

/** What the type of the object asks of a member: lines of this file, or nothing that can be changed. */
export function typeMembers(
  member: SyntaxNode,
  { root }: Unit,
): readonly SyntaxNode[] | 'elsewhere' {
  const declarator = member.type === 'pair' ? member.parent?.parent : undefined
  if (declarator?.type !== 'variable_declarator' || !declarator.get('type')) return []
  const key = member.get('key')?.text
  const wanted = descendants(root).filter(
    ({ type, children }) =>
      type === 'property_signature' &&
      children.some(({ field, text }) => field === 'name' && text === key),
  )
  return wanted.length === 0 || wanted.some(isExported) ? 'elsewhere' : wanted
}
