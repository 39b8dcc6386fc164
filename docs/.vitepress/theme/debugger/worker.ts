import { examples } from './examples.ts'
import { judge } from './judge.ts'
import type { Answer, MigrationAnswer, MigrationQuestion, Question } from './judgement.ts'

async function migrate({ id, migrate: text, language }: MigrationQuestion): Promise<void> {
  let migration: MigrationAnswer['migration']
  try {
    // Loaded when it is asked for: the parser is larger than all the rest.
    const { migrateSnippet } = await import('./migrate-snippet.ts')
    migration = await migrateSnippet(text, language)
  } catch (error) {
    migration = { fault: error instanceof Error ? error.message : String(error) }
  }
  postMessage({ id, migration } satisfies MigrationAnswer)
}

// Up to seventy HMACs and a megabyte of text: here they cost the page no frame.
addEventListener('message', ({ data }: MessageEvent<Question | MigrationQuestion>) => {
  if ('migrate' in data) void migrate(data)
  else postMessage({ id: data.id, judgement: judge(data) } satisfies Answer)
})

// The first judgement takes many times as long as the later ones: nobody waits for these.
setTimeout(() => {
  for (const { text } of examples) judge({ id: 0, text, secret: 'unknown', now: 0 })
})
