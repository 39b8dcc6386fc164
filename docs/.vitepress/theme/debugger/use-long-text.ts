import { type ComputedRef, computed, shallowRef, type WritableComputedRef } from 'vue'
import { edited, isAll, longestShown, longText, pasted } from './long-text.ts'

interface LongTextArea {
  /** What the text area holds, for `v-model`. */
  readonly shown: WritableComputedRef<string>
  readonly whole: ComputedRef<string>
  readonly isCut: ComputedRef<boolean>
  /** Puts another text in place of the whole. */
  readonly show: (text: string) => void
  /** Keeps a long text from being laid out; for the event `paste`. */
  readonly onPaste: (event: ClipboardEvent) => void
  /** Lets go of what is out of sight when all is overwritten; for the event `beforeinput`. */
  readonly onBeforeInput: (event: Event) => void
}

/** A text area for texts of any length, of which it shows the beginning. */
export function useLongText(): LongTextArea {
  const text = shallowRef(longText(''))

  return {
    shown: computed({
      get: () => text.value.shown,
      set: (shown) => {
        text.value = edited(text.value, shown)
      },
    }),
    whole: computed(() => text.value.shown + text.value.rest),
    isCut: computed(() => text.value.rest !== ''),
    show: (whole) => {
      text.value = longText(whole)
    },
    onPaste: (event) => {
      const inserted = event.clipboardData?.getData('text/plain') ?? ''
      if (inserted.length <= longestShown) return
      event.preventDefault()
      const { selectionStart, selectionEnd } = event.target as HTMLTextAreaElement
      text.value = pasted(text.value, inserted, selectionStart, selectionEnd)
    },
    onBeforeInput: ({ target }) => {
      const { selectionStart, selectionEnd } = target as HTMLTextAreaElement
      if (!isAll(text.value, selectionStart, selectionEnd)) return
      text.value = { ...text.value, rest: '' }
    },
  }
}
