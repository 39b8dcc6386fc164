interface Box {
  readonly x: number
  readonly y: number
  readonly lines: readonly string[]
  readonly kind: 'question' | 'end' | 'good'
}

const boxWidth = 220
const boxHeight = 64

const boxes = {
  start: {
    x: 0,
    y: 100,
    lines: ['Does it start with eyJ', 'and have two dots?'],
    kind: 'question',
  },
  legacy: {
    x: 0,
    y: 250,
    lines: ['Old base64 signature.', 'Ended. Sign a Meeting', 'SDK JWT instead.'],
    kind: 'end',
  },
  payload: {
    x: 290,
    y: 100,
    lines: ['What is in its payload?', '(the debugger shows it)'],
    kind: 'question',
  },
  rest: {
    x: 580,
    y: 0,
    lines: ['iss and exp only: JWT app', 'type. Ended. For REST use', 'Server-to-Server OAuth.'],
    kind: 'end',
  },
  meeting: {
    x: 580,
    y: 100,
    lines: ['appKey or sdkKey, mn,', 'role: Meeting SDK JWT.', 'Not deprecated.'],
    kind: 'good',
  },
  video: {
    x: 580,
    y: 200,
    lines: ['app_key and tpc: Video SDK', 'JWT. Right there, no', 'signature for meetings.'],
    kind: 'good',
  },
  zoom: {
    x: 580,
    y: 300,
    lines: ['Issued by Zoom: OAuth, ZAK', 'or OBF token. Never', 'a signature.'],
    kind: 'end',
  },
} as const satisfies Readonly<Record<string, Box>>

function draw({ x, y, lines, kind }: Box): string {
  const first = y + boxHeight / 2 + 5 - ((lines.length - 1) * 17) / 2
  const words = lines.map(
    (line, i) =>
      `<text x="${x + boxWidth / 2}" y="${first + i * 17}" text-anchor="middle">${line}</text>`,
  )
  return `<rect class="${kind}" x="${x + 1}" y="${y}" width="${boxWidth}" height="${boxHeight}" rx="8"/>${words.join('')}`
}

function line(path: string, label: string, x: number, y: number): string {
  return `<path class="arrow" d="${path}"/><text class="label" x="${x}" y="${y}">${label}</text>`
}

/** From what you hold to what it is, as a picture. */
export function decisionTree(): string {
  const middle = boxHeight / 2
  const fork = boxes.payload.x + boxWidth
  const branches = [boxes.rest, boxes.meeting, boxes.video, boxes.zoom].map(
    ({ x, y }) =>
      `<path class="arrow" d="M${fork + 1} ${boxes.payload.y + middle}H${fork + 36}V${y + middle}H${x}"/>`,
  )
  const label =
    'Decision tree. A text that does not start with eyJ is the old signature, which ended. Of those that do, iss and exp alone are the ended JWT app type; appKey or sdkKey, mn and role are a Meeting SDK JWT, which is not deprecated; app_key and tpc are a Video SDK JWT; tokens issued by Zoom are never a signature.'
  return `<div class="picture" tabindex="0" role="group" aria-label="Decision tree, scrolls sideways"><svg class="decision-tree" viewBox="0 0 802 366" role="img" aria-label="${label}">${line(`M111 ${boxes.start.y + boxHeight}V${boxes.legacy.y}`, 'no', 120, 212)}${line(`M221 ${boxes.start.y + middle}H${boxes.payload.x}`, 'yes', 240, boxes.start.y + middle - 8)}${branches.join('')}${Object.values(boxes).map(draw).join('')}</svg></div>\n`
}
