/** Writes a measured figure where the one who runs the tests reads it. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
