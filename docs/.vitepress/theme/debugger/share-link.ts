const prefix = '#signature='

/** An address that holds the signature behind the `#`, which browsers do not send. */
export function shareLink(signature: string, page: URL): string {
  return `${page.origin}${page.pathname}${prefix}${encodeURIComponent(signature.trim())}`
}

/** The signature of a shared address; `undefined` for any other. */
export function sharedSignature(hash: string): string | undefined {
  if (!hash.startsWith(prefix)) return undefined
  try {
    return decodeURIComponent(hash.slice(prefix.length))
  } catch {
    return undefined
  }
}
