import { isPlaceholder } from '@sigshift/spec'
import { descendants, type SyntaxNode } from '../syntax/syntax-node.ts'
import type { Match, Rule, Unit } from './rule.ts'
import { secretUses } from './secret-uses.ts'

const secretName = /^(?:zoom_?)?(?:api|sdk|client|jwt|app)_?(?:api_?)?secret$/i
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

function publicName(node: SyntaxNode): boolean {
  return /^(?:property_)?identifier$/.test(node.type) && publicVariable.test(node.text)
}

/** Whether a literal that looks like a real secret stands under a secret's name. */
function isLiteralSecret(node: SyntaxNode, { evaluator }: Unit): boolean {
  const declared = named(node)
  if (!declared?.value || !secretName.test(declared.name)) return false
  if (!/string$/.test(declared.value.type)) return false
  const value = evaluator.term(declared.value)
  return value.kind === 'text' && value.value.length >= 12 && !isPlaceholder(value.value)
}

const otherwise = 'Every visitor can read it: sign on a server, remove it here, and rotate it.'

/** The secret goes where all that reads it goes; as an argument of what stays, it becomes empty. */
function removalOf(
  node: SyntaxNode,
  unit: Unit,
): Pick<Match, 'remove' | 'edits' | 'after' | 'manual'> {
  const declared = named(node)
  if (!declared?.value) return { manual: otherwise }
  const { reads, isArgument } = secretUses(declared.name, node, unit)
  if (reads.length === 0) return { manual: otherwise }
  const after = { places: reads, otherwise }
  const { start, end, text } = declared.value
  if (isArgument) return { after, edits: [[start, end, text[0] === '"' ? '""' : "''"]] }
  return node.type === 'pair' ? { after, remove: [node] } : { after, edits: [] }
}

/** Secrets of Zoom apps in code that is sent to a browser. */
export const secretInFrontend: Rule = {
  name: 'secret-in-frontend',
  codes: ['secret-in-frontend'],
  markers: ['api', 'sdk', 'client', 'app', 'jwt'].flatMap((kind) => [
    `${kind}secret`,
    `${kind}_secret`,
  ]),
  besides: 'zoom',
  *find(unit) {
    const found = {
      code: 'secret-in-frontend',
      confidence: 'high',
      secretInBrowser: true,
      notes: ['rotate it: it was in reach of every visitor'],
    } as const
    for (const node of descendants(unit.root)) {
      if (publicName(node)) {
        const manual =
          'This prefix writes it into the bundle: rename it, sign on a server, and rotate it.'
        yield { ...found, place: node, manual }
      } else if (unit.inBrowser && isLiteralSecret(node, unit)) {
        yield { ...found, place: node, ...removalOf(node, unit) }
      }
    }
  },
}
