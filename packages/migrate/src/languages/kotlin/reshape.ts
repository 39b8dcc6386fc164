import type { Reshape, Shape } from '../../syntax/reshape.ts'

function retyped({ field, named, start, end, children }: Shape, type: string): Shape {
  return { type, field, named, start, end, children }
}

/** The grammar sometimes reads `return f(x)` as two statements, though they stand in one line. */
function returnsJoined(children: readonly Shape[], source: string): readonly Shape[] {
  const joined: Shape[] = []
  for (const child of children) {
    const last = joined.at(-1)
    const isBare = last?.type === 'jump_expression' && last.end - last.start === 'return'.length
    const isNext = last !== undefined && /^[ \t]*$/.test(source.slice(last.end, child.start))
    if (last && isBare && isNext && child.named && source.startsWith('return', last.start))
      joined[joined.length - 1] = {
        ...retyped(last, last.type),
        end: child.end,
        children: [...last.children, child],
        made: true,
      }
    else joined.push(child)
  }
  return joined
}

/** The names of functions, and of members of values, are no uses of variables. */
function namesApart({ type, start, children }: Shape, source: string): readonly Shape[] {
  const ofClass = /\b[A-Z]\w*$/.test(source.slice(Math.max(0, start - 80), start))
  const name = type === 'function_declaration' ? 'function_name' : 'member_name'
  if (type !== 'function_declaration' && (type !== 'navigation_suffix' || ofClass)) return children
  return children.map((child) =>
    child.type === 'simple_identifier' ? retyped(child, name) : child,
  )
}

export const reshape: Reshape = (shape, source) => {
  const children =
    shape.type === 'statements' ? returnsJoined(shape.children, source) : namesApart(shape, source)
  return { ...retyped(shape, shape.type), children }
}
