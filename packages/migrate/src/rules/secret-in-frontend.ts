import { isPlaceholder } from '@sigshift/spec'
import { descendants, type SyntaxNode } from '../syntax/syntax-node.ts'
import type { Rule, Unit } from './rule.ts'

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

/** Secrets of Zoom apps in code that is sent to a browser. */
export const secretInFrontend: Rule = {
  name: 'secret-in-frontend',
  codes: ['secret-in-frontend'],
  markers: ['secret'],
  besides: 'zoom',
  *find(unit) {
    const found = { code: 'secret-in-frontend', confidence: 'high', secretInBrowser: true } as const
    for (const node of descendants(unit.root)) {
      if (publicName(node)) {
        const manual =
          'This prefix writes it into the bundle: rename it, sign on a server, and rotate it.'
        yield { ...found, place: node, manual }
      } else if (unit.inBrowser && isLiteralSecret(node, unit)) {
        const manual = 'Every visitor can read it: sign on a server, remove it here, and rotate it.'
        yield { ...found, place: node, manual }
      }
    }
  },
}
