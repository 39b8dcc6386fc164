import { onBeforeUnmount, onMounted, type ShallowRef, shallowRef } from 'vue'
import type {
  Answer,
  Judgement,
  Migration,
  MigrationAnswer,
  MigrationQuestion,
  Question,
} from './judgement.ts'

interface Judge {
  readonly judgement: ShallowRef<Judgement>
  /** Whether the worker is there to be asked. */
  readonly ready: ShallowRef<boolean>
  readonly ask: (question: Omit<Question, 'id' | 'now'>) => void
  /** What would be put in place of a snippet. */
  readonly migrate: (text: string, language: string) => Promise<Migration>
}

/** Asks the worker, and keeps the answer to the last question only. */
export function useJudge(): Judge {
  const judgement = shallowRef<Judgement>({ kind: 'empty' })
  const ready = shallowRef(false)
  let worker: Worker | undefined
  let last = 0
  let migrations = 0

  onMounted(() => {
    worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<Answer | MigrationAnswer>) => {
      ready.value = true
      if ('judgement' in data && data.id === last) judgement.value = data.judgement
    })
    // Loads the worker's code at once, so that it is there when the network is not.
    worker.postMessage({ id: 0, text: '', now: Date.now() } satisfies Question)
  })
  onBeforeUnmount(() => worker?.terminate())

  return {
    judgement,
    ready,
    ask: (question) => {
      last += 1
      worker?.postMessage({ ...question, id: last, now: Date.now() } satisfies Question)
    },
    migrate: (text, language) =>
      new Promise((resolve, reject) => {
        migrations += 1
        const id = migrations
        const listen = ({ data }: MessageEvent<Answer | MigrationAnswer>): void => {
          if (!('migration' in data) || data.id !== id) return
          worker?.removeEventListener('message', listen)
          if ('fault' in data.migration) reject(new Error(data.migration.fault))
          else resolve(data.migration)
        }
        worker?.addEventListener('message', listen)
        worker?.postMessage({ id, migrate: text, language } satisfies MigrationQuestion)
      }),
  }
}
