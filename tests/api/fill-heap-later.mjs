// Loaded by `node --import`: on SIGWINCH it fills the heap until Node gives up.
process.once('SIGWINCH', () => {
  const kept = []
  setImmediate(() => {
    for (;;) kept.push(Array.from({ length: 10_000 }, Math.random))
  })
})
