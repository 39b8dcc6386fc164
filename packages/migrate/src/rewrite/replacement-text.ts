import type { Replacement } from '../rules/rule.ts'
import { contextOf, type RewriteRequest } from './rewrite-unit.ts'
import { fitCode, styleOf } from './style.ts'

/** The code to paste where a rewrite is not made: what it uses from outside, then the code itself. */
export function replacementText(replacement: Replacement, request: RewriteRequest): string {
  const style = styleOf(request.text)
  const context = contextOf(request, replacement.node, style)
  const written = replacement.write(context)
  if ('code' in written) return fitCode(written.code, style, '')
  const { prelude, expression, imports } = written
  const uses = imports.map(({ module, name }) => `${name} from ${module}`)
  const head = uses.length > 0 ? [`(${uses.join(', ')})`] : []
  return fitCode([...head, prelude, expression].filter((part) => part !== '').join('\n'), style, '')
}
