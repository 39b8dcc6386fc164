import type { CallLowering } from '../language.ts'
import { macCalls } from './mac-calls.ts'
import { objectCalls } from './object-calls.ts'
import { textCalls } from './text-calls.ts'
import { timeCalls } from './time-calls.ts'

/** Without a prototype: a method named as one that objects have must not be found there. */
export const calls: Readonly<Record<string, CallLowering>> = Object.assign(
  Object.create(null) as Record<string, CallLowering>,
  textCalls,
  timeCalls,
  macCalls,
  objectCalls,
)
