import { isPlaceholder } from '@sigshift/spec'
import { meetingJwtOf } from '../meanings/meeting-jwt.ts'
import type { Edit } from '../rewrite/edit.ts'
import { Positions } from '../syntax/positions.ts'
import { descendants, type SyntaxNode } from '../syntax/syntax-node.ts'
import { plain } from '../terms/term.ts'
import type { Match, Rule, Unit } from './rule.ts'
import {
  isExported,
  isHandedOut,
  type Parameter,
  parameterOf,
  secretUses,
  typeMembers,
} from './secret-uses.ts'

const secretName = /^(?:zoom_?|(?:zoom_?)?(?:api|sdk|client|jwt|app)_?(?:api_?)?)secret$/i
const publicVariable =
  /^(?:NEXT_PUBLIC_|REACT_APP_|VITE_|VUE_APP_|NUXT_PUBLIC_|EXPO_PUBLIC_|GATSBY_|PUBLIC_)\w*ZOOM\w*SECRET\w*$/i

/** The name and the value of a declaration or an object's member. */
function named(node: SyntaxNode): { name: string; value: SyntaxNode | undefined } | undefined {
  if (
    !/^(?:variable_declarator|pair|public_field_definition|field_definition|assignment_expression)$/.test(
      node.type,
    )
  )
    return undefined
  const target = node.get('name') ?? node.get('key') ?? node.get('property') ?? node.get('left')
  const name = target?.text.replace(/^.*\.|^['"]|['"]$/g, '')
  return name ? { name, value: node.get('value') ?? node.get('right') } : undefined
}

/** Code for the Video SDK, or that a bundler keeps out of the page. */
const elsewhere = /videosdk|video-sdk|\brole_type\b|\btpc\b|['"]server-only['"]/i

function publicName(node: SyntaxNode, { text }: Unit): boolean {
  return (
    /^(?:property_)?identifier$/.test(node.type) &&
    publicVariable.test(node.text) &&
    !elsewhere.test(text)
  )
}

/** The name under which a value is handed on: `{ apiSecret: x }`, `conf.apiSecret = x`. */
function givenTo({ field, parent }: SyntaxNode): string | undefined {
  if (field === 'value' && parent?.type === 'pair') return parent.get('key')?.text
  return field === 'right' && parent?.type === 'assignment_expression'
    ? parent.get('left')?.get('property')?.text
    : undefined
}

/** Whether a name of any other kind is handed on as a secret. */
function becomesSecret(name: string, node: SyntaxNode, { root }: Unit): boolean {
  if (!/secret/i.test(name)) return false
  return descendants(root).some(
    (use) =>
      use.type === 'identifier' &&
      use.text === name &&
      !node.contains(use) &&
      secretName.test(givenTo(use) ?? ''),
  )
}

/** What a server writes into a page: Blade, PHP, ERB and EJS, Razor. */
const filledIn = /^\s*(?:\{\{|\{!!|<\?|<%=|@[A-Z(])/

/** Whether a literal that looks like a real secret stands under a secret's name. */
function isLiteralSecret(node: SyntaxNode, unit: Unit): boolean {
  const declared = named(node)
  if (!declared?.value || !/string$/.test(declared.value.type)) return false
  const value = unit.evaluator.term(declared.value)
  if (value.kind !== 'text' || value.value.length < 12) return false
  if (isPlaceholder(value.value) && !filledIn.test(value.value)) return false
  return secretName.test(declared.name) || becomesSecret(declared.name, node, unit)
}

/** A literal that a Meeting SDK JWT is signed with, here or in a function of the file. */
function signsWith(node: SyntaxNode, { evaluator }: Unit): boolean {
  const call = node.parent?.type === 'arguments' ? node.parent.parent : undefined
  const value = node.text.slice(1, -1)
  if (node.type !== 'string' || !call || !/^[\w-]{16,}$/.test(value) || isPlaceholder(value))
    return false
  const term = plain(evaluator.term(call))
  const key = term.kind === 'jwt' && meetingJwtOf(term) ? term.key : undefined
  return key?.kind === 'text' && key.value === value
}

/** A literal given to a function of the file as the secret that it signs with. */
function secretParameter(node: SyntaxNode, unit: Unit): Parameter | undefined {
  const value = node.text.slice(1, -1)
  if (node.type !== 'string' || !/^[\w-]{16,}$/.test(value) || isPlaceholder(value))
    return undefined
  if (elsewhere.test(unit.text)) return undefined
  const parameter = parameterOf(node, unit)
  if (!parameter) return undefined
  const { name, functionName } = parameter
  const isSecret = secretName.test(name) || (name === 'secret' && /signature/i.test(functionName))
  return isSecret ? parameter : undefined
}

/** An argument becomes empty, for the parameter stays. */
function emptied({ start, end, text }: SyntaxNode): Edit {
  return [start, end, text[0] === '"' ? '""' : "''"]
}

const advice = 'sign on a server, remove it here, and rotate it.'

/** Says what else reads the secret. */
function stillRead({ text }: Unit): (left: readonly SyntaxNode[]) => string {
  return (left) => {
    if (left.length === 0) return `It stays where it is declared: ${advice}`
    const positions = new Positions(text)
    const lines = [...new Set(left.map(({ start }) => positions.at(start).line))].sort(
      (a, b) => a - b,
    )
    return `Line ${lines.slice(0, 5).join(', ')} uses it in another way: ${advice}`
  }
}

/** The secret goes where all that reads it goes; as an argument of what stays, it becomes empty. */
function removalOf(
  node: SyntaxNode,
  unit: Unit,
): Pick<Match, 'remove' | 'edits' | 'after' | 'manual'> {
  const declared = named(node)
  if (!declared?.value) return { manual: `Every visitor can read it: ${advice}` }
  const { start, end } = declared.value
  const otherwise = stillRead(unit)
  const gone = { start, end }
  const isMember = node.type === 'pair'
  if (isMember && node.parent && isHandedOut(node.parent, unit)) {
    const given = `It is given to a call that stays: ${advice}`
    return { after: { places: [node], otherwise: () => given, gone }, edits: [] }
  }
  const { reads, carriers, isArgument } = secretUses(declared.name, node, unit)
  if ([node, ...carriers].some(isExported))
    return { manual: `Other files can read it from here: ${advice}` }
  if (reads.length === 0) return { manual: `Nothing in this file reads it by its name: ${advice}` }
  const types = [node, ...carriers].map((member) => typeMembers(member, unit))
  if (types.includes('elsewhere')) return { manual: `A type of other files wants it: ${advice}` }
  const after = { places: reads, otherwise, gone }
  if (isArgument) return { after, remove: carriers, edits: [emptied(declared.value)] }
  const own = node.type === 'variable_declarator' ? [] : [memberOf(node)]
  const typed = types.flatMap((members) => (members === 'elsewhere' ? [] : members))
  return { after, remove: [...own, ...carriers, ...typed] }
}

/** What goes with a member: its statement, where it is set in one. */
function memberOf(node: SyntaxNode): SyntaxNode {
  const { parent } = node
  return parent?.type === 'expression_statement' ? parent : node
}

const inBundle =
  'This prefix writes it into the bundle: rename it, sign on a server, and rotate it.'

/** The whole expression that reads a variable of the environment, with what stands in for it. */
function readingOf(name: SyntaxNode): SyntaxNode {
  let at = name
  const wrapping = /^(?:member|as|non_null|binary|parenthesized)_expression$/
  while (at.parent && wrapping.test(at.parent.type)) at = at.parent
  return at
}

/** A variable that a bundler fills in goes as a literal does, where nothing else reads it. */
function publicRemoval(node: SyntaxNode, unit: Unit): ReturnType<typeof removalOf> {
  if (!unit.inBrowser) return { manual: inBundle }
  const reading = readingOf(node)
  const holder = reading.parent
  if (holder && named(holder)?.value === reading) return removalOf(holder, unit)
  const parameter = parameterOf(reading, unit)
  if (parameter)
    return {
      after: { places: parameter.reads, otherwise: () => inBundle, gone: reading },
      edits: [[reading.start, reading.end, "''"]],
    }
  return { after: { places: [reading], otherwise: () => inBundle, gone: reading }, edits: [] }
}

/** Secrets of Zoom apps in code that is sent to a browser. */
export const secretInFrontend: Rule = {
  name: 'secret-in-frontend',
  codes: ['secret-in-frontend'],
  markers: [
    'jws.sign',
    ...['api', 'sdk', 'client', 'app', 'jwt', 'zoom'].flatMap((kind) => [
      `${kind}secret`,
      `${kind}_secret`,
    ]),
  ],
  besides: ['zoom'],
  common: ['secret'],
  *find(unit) {
    const found = {
      code: 'secret-in-frontend',
      confidence: 'high',
      secretInBrowser: true,
      notes: ['rotate it: it was in reach of every visitor'],
    } as const
    for (const node of descendants(unit.root)) {
      const parameter = unit.inBrowser ? secretParameter(node, unit) : undefined
      if (publicName(node, unit)) {
        yield { ...found, place: node, ...publicRemoval(node, unit) }
      } else if (unit.inBrowser && isLiteralSecret(node, unit)) {
        yield { ...found, place: node, ...removalOf(node, unit) }
      } else if (parameter) {
        const after = { places: parameter.reads, otherwise: stillRead(unit), gone: node }
        yield { ...found, place: node, after, edits: [emptied(node)] }
      } else if (unit.inBrowser && signsWith(node, unit)) {
        yield { ...found, place: node, manual: `Every visitor can read it: ${advice}` }
      }
    }
  },
}
