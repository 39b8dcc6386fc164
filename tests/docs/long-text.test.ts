import { describe, expect, it } from 'vitest'
import {
  edited,
  isAll,
  longestShown,
  longText,
  pasted,
} from '../../docs/.vitepress/theme/debugger/long-text.ts'

const head = 'a'.repeat(longestShown)
const long = longText(`${head}bcd`)

describe('a long text', () => {
  it('is shown up to a bound, and kept whole', () => {
    expect(long).toEqual({ shown: head, rest: 'bcd' })
    expect(longText('short')).toEqual({ shown: 'short', rest: '' })
  })

  it('keeps its rest behind an edit', () => {
    expect(edited(long, 'x')).toEqual({ shown: 'x', rest: 'bcd' })
    expect(edited(long, `${head}x`)).toEqual({ shown: `${head}x`, rest: 'bcd' })
  })

  it('is cut anew when the edit is long itself', () => {
    expect(edited(long, head + head + head)).toEqual({ shown: head, rest: `${head}${head}bcd` })
  })

  it('is gone when what is shown is emptied', () => {
    expect(edited(long, '')).toEqual({ shown: '', rest: '' })
  })

  it('takes a paste in where the selection is', () => {
    const { shown, rest } = pasted(long, 'XY', 1, 3)
    expect(shown + rest).toBe(`aXY${head.slice(3)}bcd`)
    expect(shown).toHaveLength(longestShown)
  })

  it('gives way to a paste over all of it', () => {
    expect(isAll(long, 0, longestShown)).toBe(true)
    expect(isAll(long, 1, longestShown)).toBe(false)
    expect(pasted(long, 'XY', 0, longestShown)).toEqual({ shown: 'XY', rest: '' })
  })
})
