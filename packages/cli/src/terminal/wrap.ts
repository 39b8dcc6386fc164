/** Cuts a word that is longer than the line. */
function cut(word: string, columns: number): string[] {
  const characters = [...word]
  const pieces: string[] = []
  for (let i = 0; i < characters.length; i += columns) {
    pieces.push(characters.slice(i, i + columns).join(''))
  }
  return pieces
}

/** Breaks text at its spaces into lines of at most `columns` characters; the text holds no colour yet. */
export function wrap(text: string, columns: number): readonly string[] {
  const room = Math.max(1, columns)
  const lines: string[] = []
  let line = ''
  let length = 0
  for (const word of text.split(/ +/).flatMap((whole) => cut(whole, room))) {
    const wordLength = [...word].length
    if (line !== '' && length + 1 + wordLength > room) {
      lines.push(line)
      line = ''
    }
    length = line === '' ? wordLength : length + 1 + wordLength
    line = line === '' ? word : `${line} ${word}`
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}
