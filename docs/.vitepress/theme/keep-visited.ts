async function tellServiceWorker(base: string): Promise<void> {
  try {
    const { scope } = await navigator.serviceWorker.register(`${base}service-worker.js`)
    const { active } = await navigator.serviceWorker.ready
    const resources = performance.getEntriesByType('resource').map(({ name }) => name)
    const loaded = [location.origin + location.pathname, ...resources]
    active?.postMessage({ loaded: loaded.filter((url) => url.startsWith(scope)) })
  } catch {
    // Private windows refuse it; the site works without.
  }
}

/** Lets a service worker keep this page and what it was made of, for when there is no network. */
export function keepVisited(base: string): void {
  if (!('serviceWorker' in navigator)) return
  // The page itself goes first.
  const start = (): unknown => setTimeout(tellServiceWorker, 500, base)
  if (document.readyState === 'complete') start()
  else addEventListener('load', start)
}
