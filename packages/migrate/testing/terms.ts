import { grammarFiles } from '../src/edge/grammar-files.ts'
import type { Language } from '../src/languages/language.ts'
import { createParsers } from '../src/syntax/parser.ts'
import { descendants, SyntaxNode } from '../src/syntax/syntax-node.ts'
import { Evaluator } from '../src/terms/evaluator.ts'
import type { Term, TermOf } from '../src/terms/term.ts'

/** A node that stands for some code, outside any tree. */
export function nodeOf(code: string, start = 0): SyntaxNode {
  const facts = { type: 'identifier', field: undefined, named: true, parent: undefined }
  return new SyntaxNode({ ...facts, start, end: start + code.length }, ' '.repeat(start) + code, [])
}

/** A term that stands as `code` in a file. */
export function term(of: TermOf, code = 'code'): Term {
  return { ...of, node: nodeOf(code), inlined: false }
}

/** A text, by default as a literal of its own. */
export function text(value: string, code: string = JSON.stringify(value)): Term {
  return term({ kind: 'text', value }, code)
}

/** A value of which only the name is known. */
export function value(name: string): Term {
  return term({ kind: 'opaque', inputs: [] }, name)
}

function list(open: string, terms: readonly Term[], close: string, between = ', '): string {
  return open + terms.map(show).join(between) + close
}

/** A term in one line: `base64((key . "." . now-30000))`. */
export function show(of: Term): string {
  switch (of.kind) {
    case 'text':
      return JSON.stringify(of.value)
    case 'linear':
      return of.now === 0 ? `${of.add}` : `now*${of.now}${of.add < 0 ? '' : '+'}${of.add}`
    case 'concat':
      return list('(', of.parts, ')', ' . ')
    case 'list':
      return list('[', of.items, ']')
    case 'object':
      return `{${of.entries.map((entry) => `${entry.name}: ${show(entry.value)}`).join(', ')}}`
    case 'base64':
      return `base64${of.plus ? '' : '-url'}${of.padding ? '' : '-bare'}(${show(of.of)})`
    case 'hmac':
      return list('hmac(', [of.key, of.message], ')')
    case 'jwt':
      return list('jwt(', of.key ? [of.payload, of.key] : [of.payload], ')')
    case 'opaque':
      return of.inputs.length === 0 ? of.node.text : list(`${of.node.text} of [`, of.inputs, ']')
    default:
      return `${of.kind}(${show(of.of)})`
  }
}

/** A file of a language, with the expressions that `out(…)` is called with. */
export async function evaluate(
  language: Language,
  code: string,
): Promise<{ readonly evaluator: Evaluator; readonly outs: readonly SyntaxNode[] }> {
  const parse = await createParsers(grammarFiles)(language.grammar)
  const { root } = parse(code)
  const outs = descendants(root).flatMap((node) => {
    const call = language.callOf(node)
    return call?.name === 'out' && !call.receiver ? call.args : []
  })
  return { evaluator: new Evaluator(language, root), outs }
}
