import samples from '@sigshift/vectors/samples.json' with { type: 'json' }

/** The secret of the computed JWTs, and the moment at which they were made. */
export const secretOfSamples = 'FAKE_client_secret_32_chars_long'
export const timeOfSamples = '1700000060'

/** A signature of the vectors by its name there. */
export function sample(id: string): string {
  const found = [...samples.published, ...samples.computed].find((row) => row.id === id)
  if (!found) throw new Error(`no vector is called ${id}`)
  return found.signature
}
