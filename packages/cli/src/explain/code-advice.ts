type Advice = readonly [codes: readonly number[], advice: string]

/** What to look at where a web SDK reports a code that no signature is known to cause. */
const ofWeb: readonly Advice[] = [
  [[0], 'Nothing is wrong: this is the code of success.'],
  [[2], 'Call init and wait for its success before join.'],
  [
    [403, 3621, 3622, 4009],
    'Zoom’s service did not answer as it should: look at status.zoom.us, at proxies and firewalls between the browser and zoom.us, and try again.',
  ],
  [
    [3000],
    'Look at errorMessage and reason, which say what the server refused; leave a meeting that still runs for this user.',
  ],
  [
    [3001, 3702],
    'Check the meeting number and whether the meeting still exists; open its join URL in Zoom’s own app.',
  ],
  [[3004, 3714], 'Compare passWord and meetingNumber of join with those of the invitation.'],
  [
    [3005, 3620],
    'Pass userEmail to join: an address that the webinar’s registration and the account’s administrator allow.',
  ],
  [
    [3008, 3082, 3034, 3051, 3052, 3100, 6024],
    'The meeting asks for a signed-in user or for its host to be there: start it as host with role 1 and a zak, or change its settings.',
  ],
  [
    [3009],
    'The host has removed this participant; the host’s account settings say whether they may come back.',
  ],
  [[3010], 'Sign a role, 0 or 1, and decode the signature to see it: sigshift explain <token>'],
  [
    [3032, 3099, 3116, 3135, 3606],
    'The meeting or webinar wants registration: register the user with Zoom’s API and pass the tk of the answer to join.',
  ],
  [
    [3265, 3610, 3623, 4016],
    'Look at the tokens beside the signature: tk, zak and obfToken must be fresh and belong to this meeting.',
  ],
  [
    [3603, 3608, 3609, 3611, 3701],
    'This meeting, as its host has set it, cannot be joined or started in a browser; change its settings, or use Zoom’s own app.',
  ],
  [[3604, 5000], 'Update @zoom/meetingsdk, and look at the browsers that it supports.'],
  [
    [3624, 3627],
    'Give userEmail as join wants it: the host’s or an alternative host’s to start, somebody else’s to attend.',
  ],
  [
    [3625],
    'The host’s Zoom account is deactivated or has no licence: look at it in Zoom’s admin pages.',
  ],
  [
    [3633, 3634, 5012],
    'Join less often: wait before another try, and see that the page does not call join twice.',
  ],
  [
    [3635, 5001],
    'See in the browser’s network view which file of the SDK does not load; check setZoomJSLib, the Content-Security-Policy and firewalls.',
  ],
  [
    [3715],
    'The role of an assistant is refused: sign role 0 or 1, and see whether another assistant runs the meeting.',
  ],
  [
    [4000, 4001, 5003],
    'The connection was lost: the SDK tries again by itself; look at the network if it does not come back.',
  ],
  [
    [4003, 5013],
    'Compare the members given to join with the reference of the SDK’s version: one is missing, misspelt or of another type.',
  ],
  [
    [4004, 4005, 4006, 4007, 4008, 5002, 5004, 13208],
    'The meeting itself does not let this user in: it has ended, is full or locked, or an account’s rules keep people apart.',
  ],
  [[4018, 4019], 'Give join either a signed-in user’s zak or none, of the user who joins.'],
  [
    [5005, 5006, 5007, 5008, 5009, 5010, 5011, 5014],
    'A call of the SDK is not open to this user’s role in the meeting; it is no failure to join.',
  ],
]

const ofNative: readonly Advice[] = [
  [
    [3, 7, 8],
    'The account of the app may not use the Meeting SDK: look at its licence and at the app’s features on Zoom’s Marketplace.',
  ],
  [
    [4],
    'Update the SDK, and see whether the account of the app may use the Meeting SDK: what the code means hangs on the platform.',
  ],
  [[10], 'Update the SDK: Zoom takes this version no more.'],
  [[12], 'Sign in less often; the limit of the account is reached.'],
]

const unknown =
  'Look at errorMessage and reason beside the code, and look the code up in Zoom’s documentation.'

/** What to look at next, where a code is known and no signature is known to cause it. */
export function adviceOf(code: number, isNative: boolean): string {
  const rows = isNative ? ofNative : ofWeb
  return rows.find(([codes]) => codes.includes(code))?.[1] ?? unknown
}
