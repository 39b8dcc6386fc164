import { existsSync, readFileSync } from 'node:fs'
import { SourceMap, type SourceMapPayload, type SourceMapping } from 'node:module'
import { dirname, join } from 'node:path'

function isMapping(entry: SourceMapping | object): entry is SourceMapping {
  return 'originalSource' in entry
}

/** The places of a module's map that lead nowhere, of all that it names. */
export function brokenPlaces(module: string): readonly string[] {
  const payload: SourceMapPayload = JSON.parse(readFileSync(`${module}.map`, 'utf8'))
  const map = new SourceMap(payload)
  const lengths = new Map(
    payload.sources.map((source) => {
      const path = join(dirname(module), source)
      return [source, existsSync(path) ? readFileSync(path, 'utf8').split('\n').length : 0]
    }),
  )
  const code = readFileSync(module, 'utf8').split('\n')
  const entries = code.flatMap((text, line): readonly SourceMapping[] => {
    const column = text.search(/\S/)
    const entry = column < 0 ? {} : map.findEntry(line, column)
    return isMapping(entry) ? [entry] : []
  })
  if (entries.length === 0) return [`${module}.map: maps nothing`]
  return entries
    .filter(
      ({ originalSource, originalLine }) => originalLine >= (lengths.get(originalSource) ?? 0),
    )
    .map(({ originalSource, originalLine }) => `${originalSource}:${originalLine + 1}`)
}
