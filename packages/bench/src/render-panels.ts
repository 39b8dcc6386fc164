export interface Point {
  readonly size: number
  readonly value: number
}

/** One curve, on logarithmic axes. */
export interface Panel {
  readonly title: string
  /** What is counted along the bottom. */
  readonly size: string
  readonly unit: string
  readonly points: readonly Point[]
}

const width = 320
const height = 220
const margin = { left: 56, right: 16, top: 34, bottom: 40 }

const style = `text { font: 12px system-ui, sans-serif; fill: #555 }
  .title { font-weight: 600 } .axis { stroke: #999 } .grid { stroke: #9994 }
  .curve { fill: none; stroke: #2563eb; stroke-width: 2 } .point { fill: #2563eb }
  .linear { fill: none; stroke: #999; stroke-dasharray: 4 4 }
  @media (prefers-color-scheme: dark) { text { fill: #bbb } .curve { stroke: #60a5fa } .point { fill: #60a5fa } }`

interface Scale {
  readonly at: (value: number) => number
  readonly ticks: readonly number[]
}

/** Whole powers of ten around the values, laid from `from` to `to`. */
function logarithmic(values: readonly number[], from: number, to: number): Scale {
  const low = Math.floor(Math.log10(Math.min(...values)) + 1e-9)
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values)) - 1e-9))
  return {
    at: (value) => from + ((Math.log10(value) - low) / (high - low)) * (to - from),
    ticks: Array.from({ length: high - low + 1 }, (_, step) => 10 ** (low + step)),
  }
}

function path(points: readonly (readonly [number, number])[]): string {
  return points
    .map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join('')
}

function short(value: number): string {
  if (value >= 1_000_000) return `${value / 1_000_000}M`
  return value >= 1000 ? `${value / 1000}k` : String(Number(value.toPrecision(2)))
}

function renderPanel({ title, size, unit, points }: Panel, left: number, top: number): string {
  const right = width - margin.right
  const bottom = height - margin.bottom
  const x = logarithmic(
    points.map((point) => point.size),
    margin.left,
    right,
  )
  const y = logarithmic(
    points.map((point) => point.value),
    bottom,
    margin.top,
  )
  const drawn = points.map((point) => [x.at(point.size), y.at(point.value)] as const)
  const last = points.at(-1) as Point
  // A straight proportion through the last point: below it the curve grows slower than the input.
  const proportional = points.map(
    (point) => [x.at(point.size), y.at((last.value * point.size) / last.size)] as const,
  )
  const columns = x.ticks.map(
    (tick) =>
      `<path class="grid" d="M${x.at(tick)} ${margin.top}V${bottom}"/><text x="${x.at(tick)}" y="${bottom + 16}" text-anchor="middle">${short(tick)}</text>`,
  )
  const rows = y.ticks.map(
    (tick) =>
      `<path class="grid" d="M${margin.left} ${y.at(tick)}H${right}"/><text x="${margin.left - 6}" y="${y.at(tick) + 4}" text-anchor="end">${short(tick)}</text>`,
  )
  return `<g transform="translate(${left} ${top})">
<text class="title" x="${margin.left}" y="18">${title}, ${unit}</text>
${[...columns, ...rows].join('\n')}
<text x="${right}" y="${bottom + 32}" text-anchor="end">${size}</text>
<path class="axis" fill="none" d="M${margin.left} ${margin.top}V${bottom}H${right}"/>
<svg x="${margin.left}" y="${margin.top}" width="${right - margin.left}" height="${bottom - margin.top}" viewBox="${margin.left} ${margin.top} ${right - margin.left} ${bottom - margin.top}"><path class="linear" d="${path(proportional)}"/></svg>
<path class="curve" d="${path(drawn)}"/>
${drawn.map(([cx, cy]) => `<circle class="point" cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="3"/>`).join('')}
</g>`
}

/** A picture of the panels, two in a row, with a line below that says what they were measured on. */
export function renderPanels(panels: readonly Panel[], caption: string): string {
  const rows = Math.ceil(panels.length / 2)
  const total = rows * height + 28
  const drawn = panels.map((panel, at) =>
    renderPanel(panel, (at % 2) * width, Math.floor(at / 2) * height),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width * 2} ${total}" role="img" aria-label="Growth over input size: ${panels.map(({ title }) => title).join(', ')}">
<style>${style}</style>
${drawn.join('\n')}
<text x="12" y="${total - 10}">${caption} Dashed: in proportion to the input.</text>
</svg>
`
}
