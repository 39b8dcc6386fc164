import { announcements } from './announcements.ts'
import { externalMeetings } from './external-meetings.ts'
import { infoRequest } from './info-request.ts'
import { joinParameters } from './join-parameters.ts'
import { meetingRefusals } from './meeting-refusals.ts'
import { missingKey } from './missing-key.ts'
import { native } from './native.ts'
import { serverRefusals } from './server-refusals.ts'
import { signatureType } from './signature-type.ts'
import type { Symptom } from './symptom.ts'
import { unreadableToken } from './unreadable-token.ts'

/** Everything a developer is known to see when a join fails, in the order in which `join` gets there. */
export const symptoms: readonly Symptom[] = /* #__PURE__ */ (() => [
  ...joinParameters,
  ...signatureType,
  ...unreadableToken,
  ...missingKey,
  ...infoRequest,
  ...serverRefusals,
  ...meetingRefusals,
  ...externalMeetings,
  ...native,
  ...announcements,
])()
