import { hash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Caller } from './policy.ts'

/** How a hash stands in the access file. */
export const keyHashPattern: RegExp = /^sha256:[\da-f]{64}$/

/**
 * How a key is stored. A plain hash is enough for what it hashes: 256 random bits, which nobody
 * guesses; a slow one would only make each request slow.
 */
export function hashKey(key: string): string {
  return `sha256:${hash('sha256', key, 'hex')}`
}

/** Enough of a stored hash to tell keys apart by. */
export function shortHash(keyHash: string): string {
  return keyHash.slice('sha256:'.length, 'sha256:'.length + 8)
}

/** A new caller key; the prefix lets people and scanners recognise one that leaked. */
export function createKey(): string {
  return `sgs_${randomBytes(32).toString('base64url')}`
}

export interface StoredKey {
  readonly keyHash: string
  readonly caller: Caller
}

/**
 * Makes the function from a key to its caller. It compares with every stored hash, each in
 * constant time, so that how long it takes tells nothing of which one was close.
 */
export function createKeyLookup(keys: readonly StoredKey[]): (key: string) => Caller | undefined {
  const rows = keys.map(({ keyHash, caller }) => ({
    digest: Buffer.from(keyHash.slice('sha256:'.length), 'hex'),
    caller,
  }))
  const digest = Buffer.alloc(32)
  return (key) => {
    // Into one buffer that every call reuses: a fresh one costs three times the hash.
    digest.write(hash('sha256', key, 'binary'), 'latin1')
    let found: Caller | undefined
    for (const row of rows) {
      if (timingSafeEqual(digest, row.digest)) found = row.caller
    }
    return found
  }
}
