import type { FastifyInstance } from 'fastify'
import { RepeatedMemberError } from './problem-error.ts'
import { findRepeatedMember } from './repeated-member.ts'

/** Printable ASCII without a backslash: each name in it is written as it reads. */
const plain = /^[ -[\]-~]+$/

/** Part of every name that could change a prototype. */
const suspicious = 'proto'

/** Nothing where it is no JSON; JSON has no `undefined`. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What becomes of a member that a body has twice. */
export type RepeatedMembers = 'refused' | 'last one counts'

/**
 * Reads the JSON bodies of a scope. Fastify's own parser looks into each for names that change a prototype, which
 * costs as much as half a signature; here it is asked only where there could be such a name.
 */
export function addJsonParser(scope: FastifyInstance, repeatedMembers: RepeatedMembers): void {
  const careful = scope.getDefaultJsonParser('error', 'error')
  const refusesRepeated = repeatedMembers === 'refused'
  scope.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string' },
    (request, text, done) => {
      const finish = (error: Error | null, body?: unknown): void => {
        const repeated = !error && refusesRepeated ? findRepeatedMember(text, body) : undefined
        if (repeated === undefined) done(error, body)
        else done(new RepeatedMemberError(repeated))
      }
      const body = plain.test(text) && !text.includes(suspicious) ? parse(text) : undefined
      // It calls back and gives no promise, whatever its type allows.
      if (body === undefined) void careful(request, text, finish)
      else finish(null, body)
    },
  )
}
