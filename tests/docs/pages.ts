import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dist } from './build-site.ts'

export interface BuiltPage {
  /** Below the site, with `.html`. */
  readonly path: string
  readonly html: string
}

/** Every HTML page of the built site. */
export function readPages(): readonly BuiltPage[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .toSorted()
    .map((path) => ({ path, html: readFileSync(join(dist, path), 'utf8') }))
}

/** One page of each kind, for what is looked at in a browser. */
export const pageKinds: readonly string[] = [
  '',
  'debugger',
  'is-jwt-deprecated',
  'issues/',
  'issues/iat-in-future',
  'issues/endpoint-no-cors',
  'symptoms/',
  'symptoms/signature-is-invalid',
  'claims',
  'error-codes',
  'sdk-versions',
  'corrections',
  'external-meetings',
  'sign',
  'hosting',
  'runbook',
  'platforms',
  'measured',
  'security',
  'changelog',
  'migrate/',
  'migrate/laravel',
  'migrate/credentials',
  'migrate/server-to-server-oauth',
  'reference/cli',
  'reference/http-api',
  'reference/packages/',
  'reference/packages/@sigshift/signer',
  'no-such-page',
]
