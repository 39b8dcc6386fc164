import { type MeetingJwt, meetingJwtOf } from '../meanings/meeting-jwt.ts'
import { descendants, type SyntaxNode } from '../syntax/syntax-node.ts'
import { type Entry, plain, type Term } from '../terms/term.ts'
import { appKeyBefore, namedAppKey } from './app-key-edit.ts'
import { base64urlEdits } from './base64url-edit.ts'
import type { Match, Rule, Unit } from './rule.ts'

const limits = { shortest: 1800, longest: 172_800 } as const

function entryOf(jwt: MeetingJwt, name: string): Entry | undefined {
  return jwt.entries.find((entry) => entry.name === name)
}

const addAppKey = 'Add appKey to the claims, with the value of sdkKey.'
const noKey = 'No claim holds the key: add appKey with the key or client ID.'

function appKeyMissing(jwt: MeetingJwt, { text }: Unit): Match | undefined {
  if (entryOf(jwt, 'appKey')) return undefined
  const sdkKey = entryOf(jwt, 'sdkKey')
  const misnamed = jwt.entries.find(({ name }) => /^(?:api|client)_?(?:key|id)$/i.test(name))
  const found = { code: 'meeting-jwt-app-key-missing', confidence: 'high' } as const
  const edit = sdkKey ? appKeyBefore(sdkKey, text) : misnamed && namedAppKey(misnamed, text)
  const { node: place } = sdkKey ?? misnamed ?? { node: jwt.payload.node }
  return edit
    ? { ...found, place, edits: [edit] }
    : { ...found, place, manual: sdkKey ? addAppKey : noKey }
}

function isMilliseconds(term: Term | undefined): boolean {
  return term?.kind === 'linear' && term.now > 0.9
}

function milliseconds(jwt: MeetingJwt): Match | undefined {
  const wrong = ['iat', 'exp', 'tokenExp']
    .map((name) => entryOf(jwt, name))
    .find((entry) => isMilliseconds(entry?.value))
  if (!wrong) return undefined
  return {
    code: 'meeting-jwt-milliseconds',
    place: wrong.node,
    confidence: 'high',
    manual: 'All times and durations of this token must become seconds together.',
  }
}

function lifetime(jwt: MeetingJwt): Match | undefined {
  const [iat, exp] = [entryOf(jwt, 'iat')?.value, entryOf(jwt, 'exp')]
  const end = exp?.value
  if (iat?.kind !== 'linear' || end?.kind !== 'linear' || Math.abs(iat.now - end.now) > 1e-9)
    return undefined
  const seconds = (end.add - iat.add) * (iat.now > 0.9 ? 0.001 : 1)
  if (seconds > limits.shortest && seconds <= limits.longest) return undefined
  return {
    code: 'meeting-jwt-lifetime',
    place: (exp as Entry).node,
    confidence: 'high',
    notes: [`the lifetime is ${Math.round(seconds)} s`],
    manual: 'Which lifetime is wanted cannot be told from the code; 7200 s is Zoom’s own.',
  }
}

function isText(value: Term): boolean {
  return value.kind === 'text' || value.kind === 'string'
}

function roleString(jwt: MeetingJwt): Match | undefined {
  const role = entryOf(jwt, 'role')
  if (!role || !isText(role.value)) return undefined
  const { node } = role.value
  const digit =
    role.value.kind === 'text' && /^['"][01]['"]$/.test(node.text)
      ? node.text.slice(1, -1)
      : undefined
  return {
    code: 'meeting-jwt-role-string',
    place: role.node,
    confidence: 'high',
    ...(digit === undefined
      ? { manual: 'Give the role as a number.' }
      : { edits: [[node.start, node.end, digit]] as const }),
  }
}

function encoding(jwt: MeetingJwt, node: SyntaxNode, unit: Unit): Match | undefined {
  if (jwt.badlyEncoded.length === 0) return undefined
  const found = { code: 'meeting-jwt-encoding', place: node, confidence: 'medium' } as const
  const edits = base64urlEdits(jwt, unit)
  if (edits) return { ...found, edits }
  return {
    ...found,
    manual: 'All three parts must be base64url without padding, the MAC from the raw digest.',
  }
}

/** Meeting SDK JWT code with a fault that Zoom refuses. */
export const meetingJwt: Rule = {
  name: 'meeting-jwt',
  codes: [
    'meeting-jwt-app-key-missing',
    'meeting-jwt-milliseconds',
    'meeting-jwt-lifetime',
    'meeting-jwt-role-string',
    'meeting-jwt-encoding',
  ],
  markers: ['sdkkey', 'appkey', 'meetingnumber', 'meeting_number'],
  besides: ['jwt', 'jws', 'hmac', 'joken'],
  *find(unit) {
    const { root, language, evaluator } = unit
    const seen = new Set<SyntaxNode>()
    for (const node of descendants(root)) {
      if (!language.expressions.has(node.type)) continue
      const term = evaluator.term(node)
      const jwt = meetingJwtOf(plain(term))
      if (!jwt || seen.has(jwt.payload.node)) continue
      const origin = jwt.entries[0]?.node
      if (!origin || seen.has(origin)) continue
      seen.add(origin).add(jwt.payload.node)
      for (const match of [
        appKeyMissing(jwt, unit),
        milliseconds(jwt),
        lifetime(jwt),
        roleString(jwt),
        encoding(jwt, node, unit),
      ]) {
        if (match) yield match
      }
    }
  },
}
