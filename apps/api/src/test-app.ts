import { createHmac } from 'node:crypto'
import { createSigner } from '@sigshift/signer/sync'
import type { FastifyInstance } from 'fastify'
import { expect, type Mock, onTestFinished, vi } from 'vitest'
import type { AppOptions, Sign } from './app-options.ts'
import { buildApp } from './build-app.ts'
import type { Problem } from './problem.ts'

export const sdkKey = 'xu3JPaA_RJW2-9l5_HAaLA'
/** Known, so that a test can look for it in everything that comes out. */
export const sdkSecret = 'canary7gT2wQ9mZ4kV8nB3xL6pR1sD5'
export const now: Date = new Date('2026-11-24T12:00:00Z')

export interface TestApp {
  readonly app: FastifyInstance
  readonly sign: Mock<Sign>
  readonly logLines: readonly string[]
}

type OneApp = Extract<AppOptions, { readonly sign: unknown }>
type TestOptions = Partial<OneApp>

/** An app with a real signer behind a spy and its log in memory; it is closed when the test ends. */
export function createTestApp(options: TestOptions = {}): TestApp {
  const signer = createSigner({ sdkKey, sdkSecret, clock: () => now })
  const sign = vi.fn<Sign>(options.sign ?? signer.sign)
  const logLines: string[] = []
  const logDestination = { write: (line: string): void => void logLines.push(line) }
  const config = { sdkKey, logLevel: 'trace' } as const
  const app = buildApp({ logDestination, config, ...options, sign })
  onTestFinished(() => app.close())
  return { app, sign, logLines }
}

/** The claims of a token, after its MAC was checked with nothing of ours. */
export function verifiedClaims(token: string, secret: string = sdkSecret): unknown {
  const [header = '', payload = '', mac] = token.split('.')
  const wanted = createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url')
  expect(mac).toBe(wanted)
  expect(Buffer.from(header, 'base64url').toString()).toBe('{"alg":"HS256","typ":"JWT"}')
  return JSON.parse(Buffer.from(payload, 'base64url').toString())
}

interface Answer {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

/** The problem in an answer, after its form was checked. */
export function problemIn({ statusCode, headers, body }: Answer): Problem {
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
  const problem = JSON.parse(body) as Problem
  expect(problem).toMatchObject({
    type: `https://sigshift.github.io/sigshift/issues/${problem.code}`,
    title: expect.stringMatching(/.../),
    status: statusCode,
    detail: expect.stringMatching(/...\.$/),
    instance: expect.stringMatching(/^urn:uuid:[\da-f-]{36}$/),
  })
  return problem
}
