interface Box {
  readonly lines: readonly string[]
  readonly kind: 'question' | 'end' | 'good'
}

interface Place {
  readonly x: number
  readonly y: number
}

const boxWidth = 220
const boxHeight = 64
const middle = boxHeight / 2

const start: Box = { lines: ['Does it start with eyJ', 'and have two dots?'], kind: 'question' }
const legacy: Box = {
  lines: ['Old base64 signature.', 'Ended. Sign a Meeting', 'SDK JWT instead.'],
  kind: 'end',
}
const payload: Box = {
  lines: ['What is in its payload?', '(the debugger shows it)'],
  kind: 'question',
}
const kinds: readonly Box[] = [
  {
    lines: ['iss and exp only: JWT app', 'type. Ended. For REST use', 'Server-to-Server OAuth.'],
    kind: 'end',
  },
  {
    lines: ['appKey or sdkKey, mn,', 'role: Meeting SDK JWT.', 'Not deprecated.'],
    kind: 'good',
  },
  {
    lines: ['app_key and tpc: Video SDK', 'JWT. Right there, no', 'signature for meetings.'],
    kind: 'good',
  },
  { lines: ['Issued by Zoom: OAuth, ZAK', 'or OBF token. Never', 'a signature.'], kind: 'end' },
]

const label =
  'Decision tree. A text that does not start with eyJ is the old signature, which ended. Of those that do, iss and exp alone are the ended JWT app type; appKey or sdkKey, mn and role are a Meeting SDK JWT, which is not deprecated; app_key and tpc are a Video SDK JWT; tokens issued by Zoom are never a signature.'

function draw({ lines, kind }: Box, { x, y }: Place): string {
  const first = y + middle + 5 - ((lines.length - 1) * 17) / 2
  const words = lines.map(
    (line, i) =>
      `<text x="${x + boxWidth / 2}" y="${first + i * 17}" text-anchor="middle">${line}</text>`,
  )
  return `<rect class="${kind}" x="${x + 1}" y="${y + 1}" width="${boxWidth}" height="${boxHeight}" rx="8"/>${words.join('')}`
}

function arrow(path: string): string {
  return `<path class="arrow" d="${path}"/>`
}

function answer(text: string, { x, y }: Place): string {
  return `<text class="label" x="${x}" y="${y}">${text}</text>`
}

function picture(shape: 'wide' | 'narrow', size: string, parts: readonly string[]): string {
  return `<svg class="decision-tree ${shape}" viewBox="0 0 ${size}" role="img" aria-label="${label}">${parts.join('')}</svg>`
}

/** Questions from left to right, the kinds of token in a column. */
function wideTree(): string {
  const ends = kinds.map((box, i) => ({ box, x: 580, y: i * 100 }))
  const fork = 290 + boxWidth
  return picture('wide', '802 368', [
    arrow(`M111 ${100 + boxHeight}V250`),
    answer('no', { x: 120, y: 212 }),
    arrow(`M221 ${100 + middle}H290`),
    answer('yes', { x: 240, y: 92 + middle }),
    ...ends.map(({ x, y }) =>
      arrow(`M${fork + 1} ${100 + middle}H${fork + 36}V${y + middle}H${x}`),
    ),
    draw(start, { x: 0, y: 100 }),
    draw(legacy, { x: 0, y: 250 }),
    draw(payload, { x: 290, y: 100 }),
    ...ends.map(({ box, ...place }) => draw(box, place)),
  ])
}

/** Everything below each other, for a telephone. */
function narrowTree(): string {
  const step = 84
  const ends = kinds.map((box, i) => ({ box, x: 80, y: (i + 3) * step }))
  const stem = 24
  return picture('narrow', `304 ${7 * step - 18}`, [
    arrow(`M${stem} ${boxHeight}V${2 * step}`),
    arrow(`M${stem} ${step + middle}H80`),
    answer('no', { x: 44, y: step + middle - 6 }),
    answer('yes', { x: stem + 8, y: 2 * step - 8 }),
    ...ends.map(({ x, y }) => arrow(`M${stem} ${2 * step + boxHeight}V${y + middle}H${x}`)),
    draw(start, { x: 0, y: 0 }),
    draw(legacy, { x: 80, y: step }),
    draw(payload, { x: 0, y: 2 * step }),
    ...ends.map(({ box, ...place }) => draw(box, place)),
  ])
}

/** From what you hold to what it is, as a picture. */
export function decisionTree(): string {
  return `<div class="picture">${wideTree()}${narrowTree()}</div>\n`
}
