import type { Edit } from './edit.ts'
import type { JsonMember, JsonObject } from './json-object.ts'

interface NewMember {
  readonly key: string
  /** As JSON. */
  readonly value: string
}

function isSorted(keys: readonly string[]): boolean {
  return keys.every((key, index) => index === 0 || (keys[index - 1] as string) <= key)
}

/** Takes members away, each with a comma, so that what stays looks as it did. */
function removals({ members, inner }: JsonObject, gone: ReadonlySet<JsonMember>): readonly Edit[] {
  if (gone.size === members.length) return [[inner.start, inner.end, '']]
  const first = members.findIndex((member) => !gone.has(member))
  const head = members[first] as JsonMember
  const edits: Edit[] = first === 0 ? [] : [[(members[0] as JsonMember).start, head.start, '']]
  let kept = head
  for (const member of members.slice(first + 1)) {
    if (!gone.has(member)) kept = member
    // Neighbours go together, in one edit, so that a new member can take their place.
    else if (edits.at(-1)?.[0] === kept.end) edits[edits.length - 1] = [kept.end, member.end, '']
    else edits.push([kept.end, member.end, ''])
  }
  return edits
}

/** Takes members out of an object and puts one in: in its place where the keys are sorted, else last. */
export function changeMembers(
  text: string,
  object: JsonObject,
  gone: ReadonlySet<JsonMember>,
  added?: NewMember,
): readonly Edit[] {
  const { members } = object
  const [first] = members
  if (!added) return gone.size === 0 ? [] : removals(object, gone)
  const kept = members.filter((member) => !gone.has(member))
  const code = `${JSON.stringify(added.key)}:${gapAfterColon(text, first)}${added.value}`
  if (!first) return [[object.inner.start, object.inner.end, code]]
  if (kept.length === 0) return [[first.start, (members.at(-1) as JsonMember).end, code]]
  const gap = text.slice(object.inner.start, first.start)
  const sorted = isSorted(members.map(({ key }) => key))
  const next = sorted ? kept.find(({ key }) => key > added.key) : undefined
  const last = kept.at(-1) as JsonMember
  const insertion: Edit = next
    ? [next.start, next.start, `${code},${gap}`]
    : [last.end, last.end, `,${gap}${code}`]
  return [...removals(object, gone), insertion]
}

function gapAfterColon(text: string, like: JsonMember | undefined): string {
  return like ? text.slice(like.keyRange.end, like.value.start).replace(/^\s*:/, '') : ' '
}

/** An object with one member, new in another object: before the member named, or last. */
export function addObject(
  text: string,
  parent: JsonObject,
  key: string,
  { key: inner, value }: NewMember,
  before?: JsonMember,
): Edit {
  const [first] = parent.members
  const gap = first ? text.slice(parent.inner.start, first.start) : ''
  const colon = `:${gapAfterColon(text, first)}`
  const deeper = /[\r\n]/.test(gap) ? gap + gap.replace(/^[\s\S]*[\r\n]/, '') : gap
  const code = `${JSON.stringify(key)}${colon}{${deeper}${JSON.stringify(inner)}${colon}${value}${gap}}`
  if (before) return [before.start, before.start, `${code},${gap}`]
  const last = parent.members.at(-1)
  return last
    ? [last.end, last.end, `,${gap}${code}`]
    : [parent.inner.start, parent.inner.end, code]
}
