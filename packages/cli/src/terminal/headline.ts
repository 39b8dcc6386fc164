import { createStyle } from './style.ts'
import type { Terminal } from './terminal.ts'
import { wrap } from './wrap.ts'

/** The verdict in one sentence, in front of everything else. */
export function headline(text: string, sound: boolean, terminal: Terminal): readonly string[] {
  const style = createStyle(terminal)
  const sign = sound ? style.good('✓') : style.error('✗')
  return wrap(text, terminal.columns - 3).map(
    (line, i) => `${i === 0 ? sign : ' '} ${style.strong(line)}`,
  )
}
