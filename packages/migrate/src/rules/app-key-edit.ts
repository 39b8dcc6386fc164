import type { Range } from '../languages/language.ts'
import type { Edit } from '../rewrite/edit.ts'
import { indentationAt } from '../rewrite/style.ts'
import { descendants, type SyntaxNode } from '../syntax/syntax-node.ts'
import { type Entry, plain } from '../terms/term.ts'

const named = (code: string): string =>
  code.replace(
    /(["'`.])sdkKey\b|\bsdkKey\b/,
    (_, before: string | undefined) => `${before ?? ''}appKey`,
  )

/** What stands in front of a place that is alone on its line, to be put between the two. */
function lineBreak(text: string, start: number): string | undefined {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  return before.trim() === '' ? eol + indentationAt(text, start) : undefined
}

/** `claims.put("sdkKey", key);` and `payload['sdkKey'] = key`, where they are a statement. */
function statementOf(node: SyntaxNode): SyntaxNode | undefined {
  return [node, node.parent].find(
    (each) => each?.type === 'expression_statement' || each?.type === 'assignment_statement',
  )
}

/** `.claim("sdkKey", key)` in a chain of calls: what is called on what comes before. */
function linkIn(node: SyntaxNode): Range | undefined {
  const links = descendants(node).flatMap((call) => {
    const before = call.type === 'method_invocation' ? call.get('object') : undefined
    const link = before && call.text.slice(before.end - call.start)
    return before && /^\s*\.(?:c|withC)laim\(\s*"sdkKey"/.test(link ?? '')
      ? [{ start: before.end, end: call.end }]
      : []
  })
  return links.length === 1 ? links[0] : undefined
}

/** A member of JSON that is put together as text: `\"sdkKey\":\"" + key + "\",`. */
function memberInText({ value }: Entry, text: string): Range | undefined {
  const { node, inlined } = plain(value)
  const at = text.lastIndexOf('sdkKey', node.start - 1)
  const quote = /\\?"$/.exec(text.slice(Math.max(0, at - 2), at))?.[0]
  const before = text.slice(at + 'sdkKey'.length, node.start)
  const after = /^[}\s"'.+&]*\\?"\s*,/.exec(text.slice(node.end, node.end + 40))?.[0]
  const isText = /^\\?"\s*:\s*\\?"[{\s"'.+&$]*$/.test(before)
  if (inlined || at < 0 || quote === undefined || after === undefined || !isText) return undefined
  return { start: at - quote.length, end: node.end + after.length }
}

/** The same entry under another name, in front of it: `appKey: key,` before `sdkKey: key,`. */
export function appKeyBefore(entry: Entry, text: string): Edit | undefined {
  const { node, value } = entry
  const link = linkIn(node) ?? memberInText(entry, text)
  if (link) return [link.start, link.start, named(text.slice(link.start, link.end))]
  const statement = statementOf(node)
  if (statement) {
    const { start, end } = statement
    return [start, start, named(text.slice(start, end)) + (lineBreak(text, start) ?? ' ')]
  }
  const old = text.slice(node.start, node.end)
  if (!old.includes('sdkKey') || /["'`]\s*\{.*sdkKey/s.test(old)) return undefined
  const sign = node.parent?.type === 'anonymous_object_creation_expression' ? ' =' : ':'
  const code = old === 'sdkKey' ? `appKey${sign} ${value.node.text}` : named(old)
  return [node.start, node.start, `${code},${lineBreak(text, node.start) ?? ' '}`]
}

/** `api_key: key` as `appKey: key`. */
export function namedAppKey({ node, name }: Entry, text: string): Edit {
  const old = text.slice(node.start, node.end)
  return [node.start, node.end, old === name ? `appKey: ${name}` : old.replace(name, 'appKey')]
}
