/** Memory that threads share, in which each list of files is open until a thread has claimed it. */
export type Claims = Int32Array<SharedArrayBuffer>

/** @param most How many lists are open at most at one time. */
export function createClaims(most: number): Claims {
  return new Int32Array(new SharedArrayBuffer(most * Int32Array.BYTES_PER_ELEMENT))
}

const taken = 0

/** Lists have numbers from 1 on. */
export function openClaim(claims: Claims, list: number): void {
  Atomics.store(claims, list % claims.length, list)
}

/** Whether the caller is the one who is to search a list. */
export function claim(claims: Claims, list: number): boolean {
  return Atomics.compareExchange(claims, list % claims.length, list, taken) === list
}
