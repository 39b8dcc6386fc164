import type { CallLowering } from '../language.ts'
import { base64Calls } from './base64-calls.ts'
import { jwtCalls } from './jwt-calls.ts'
import { macCalls } from './mac-calls.ts'
import { objectCalls } from './object-calls.ts'
import { textCalls } from './text-calls.ts'
import { timeCalls } from './time-calls.ts'

/** Without a prototype: `x.valueOf()` in a file must not find the method that objects have. */
export const calls: Readonly<Record<string, CallLowering>> = Object.assign(
  Object.create(null) as Record<string, CallLowering>,
  textCalls,
  timeCalls,
  base64Calls,
  macCalls,
  objectCalls,
  jwtCalls,
)
