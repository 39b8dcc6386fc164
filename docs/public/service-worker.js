// Keeps what was visited, so that it opens again without a network. Only files of this site come in
// here: what is pasted into the debugger is in no request, and a fragment is cut off before a page is kept.
const name = 'visited'
const mostKept = 400

const isHashed = (url) => url.pathname.includes('/assets/')

function plainUrl(text) {
  const url = new URL(text)
  url.search = ''
  url.hash = ''
  return url
}

async function keep(url, response) {
  const cache = await caches.open(name)
  await cache.put(url, response)
  const kept = await cache.keys()
  for (const older of kept.slice(0, Math.max(0, kept.length - mostKept))) await cache.delete(older)
}

async function fetchAndKeep(request, url) {
  const response = await fetch(request)
  if (response.ok && response.type === 'basic' && !response.redirected) {
    await keep(url.href, response.clone())
  }
  return response
}

/** A hashed file never changes, so the kept one serves; anything else is asked for first. */
async function answer(request, url) {
  const kept = await (await caches.open(name)).match(url.href)
  if (kept && isHashed(url)) return kept
  try {
    return await fetchAndKeep(request, url)
  } catch (error) {
    if (kept) return kept
    throw error
  }
}

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = plainUrl(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (!url.pathname.startsWith(new URL(self.registration.scope).pathname)) return
  event.respondWith(answer(request, url))
})

// The first page was loaded before this worker was there; it says what it was made of.
self.addEventListener('message', (event) => {
  const urls = event.data.loaded.map(plainUrl)
  const own = urls.filter(({ origin }) => origin === self.location.origin)
  const load = async (url) => {
    if (await (await caches.open(name)).match(url.href)) return
    await fetchAndKeep(url.href, url)
  }
  event.waitUntil(Promise.allSettled(own.map(load)))
})
