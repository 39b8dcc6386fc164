import { type TimelineEvent, timeline } from '@sigshift/spec'
import { prose, sourceCell } from './markdown.ts'

const topicNames: Readonly<Record<TimelineEvent['topic'], string>> = {
  'legacy-signature': 'old signature',
  'meeting-sdk-jwt': 'Meeting SDK JWT',
  'jwt-app-type': 'JWT app type',
  sdk: 'SDK',
  authorization: 'other tokens',
  credentials: 'credentials',
}

function item({ date, topic, event, misreported, open, sources }: TimelineEvent): string {
  const mark = misreported
    ? ' <Badge type="warning" text="went round wrongly" />'
    : open
      ? ' <Badge type="info" text="no date yet" />'
      : ''
  return `<li class="event ${topic}${misreported ? ' misreported' : ''}">

**${date}** <span class="topic">${topicNames[topic]}</span>${mark}

${prose(event)} <small>${sourceCell(sources)}</small>

</li>`
}

/** All events in order, as a list that style draws a line beside. */
export function timelineList(): string {
  return `<ol class="timeline">\n\n${timeline.map(item).join('\n\n')}\n\n</ol>\n`
}

const lanes = Object.keys(topicNames) as TimelineEvent['topic'][]
const [left, top, laneHeight, width] = [156, 34, 34, 900]
const firstYear = 2017
const lastYear = 2027

function xOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const years = year - firstYear + (month - 1) / 12 + (day - 1) / 365
  return Math.round(left + (years / (lastYear - firstYear)) * (width - left - 16))
}

function mark({ date, topic, misreported, event }: TimelineEvent): string {
  const x = date === 'open' ? width - 16 : xOf(date)
  const y = top + lanes.indexOf(topic) * laneHeight + laneHeight / 2
  const title = `<title>${date}: ${event.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</title>`
  // A wrong date stands above its lane, where no other mark hides it.
  const above = y - 10
  // Hidden from the reading order: the list below says the same in full.
  return misreported
    ? `<path class="wrong" d="M${x - 5} ${above - 5}l10 10m0 -10l-10 10">${title}</path>`
    : `<circle class="${date === 'open' ? 'open' : 'dot'}" cx="${x}" cy="${y}" r="5">${title}</circle>`
}

/** One lane a topic, a mark an event: a cross where the date went round wrongly. */
export function timelinePicture(): string {
  const height = top + lanes.length * laneHeight + 8
  const years = Array.from({ length: lastYear - firstYear }, (_, i) => firstYear + i)
  const grid = years.map((year) => {
    const x = xOf(String(year))
    return `<line class="grid" x1="${x}" y1="${top - 6}" x2="${x}" y2="${height - 8}"/><text x="${x}" y="18" text-anchor="middle">${year}</text>`
  })
  const names = lanes.map((topic, i) => {
    const y = top + i * laneHeight + laneHeight / 2
    return `<text x="0" y="${y + 4}">${topicNames[topic]}</text><line class="lane" x1="${left}" y1="${y}" x2="${width - 8}" y2="${y}"/>`
  })
  const label =
    'Timeline of Zoom signatures, one row a topic. The list below the picture names every event.'
  return `<div class="picture" tabindex="0" role="group" aria-label="Timeline, scrolls sideways"><svg class="timeline-picture" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${grid.join('')}${names.join('')}${timeline.map(mark).join('')}</svg></div>\n`
}
