import type { FastifyInstance } from 'fastify'
import { RepeatedMemberError } from './problem-error.ts'
import { findRepeatedMember } from './repeated-member.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether a body that has a member twice is refused; without it the last one counts. */
    refusesRepeatedMembers?: boolean
  }
}

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

/**
 * Reads JSON bodies. Fastify's own parser looks into each for names that change a prototype, which
 * costs as much as half a signature; here it is asked only where there could be such a name.
 */
export function addJsonParser(app: FastifyInstance): void {
  const careful = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string' },
    (request, text, done) => {
      const finish = (error: Error | null, body?: unknown): void => {
        const { refusesRepeatedMembers = false } = request.routeOptions.config
        const repeated =
          !error && refusesRepeatedMembers ? findRepeatedMember(text, body) : undefined
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
