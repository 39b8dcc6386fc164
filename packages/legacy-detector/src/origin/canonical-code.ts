/** Stands for the literal `'.'`, so that it is not taken for PHP's operator. */
const dot = '§'

// Every alternative matches whatever follows its first character, and its loops are unrolled:
// a quote or comment that is never closed costs one pass, not one for each character.
const literalOrComment =
  /'[^'\\\n]*(?:\\.[^'\\\n]*)*'?|"[^"\\\n]*(?:\\.[^"\\\n]*)*"?|`[^`\\]*(?:\\[\s\S][^`\\]*)*`?|\/\/.*|\/\*[^*]*(?:\*(?!\/)[^*]*)*(?:\*\/)?|(?<!\S)#(?!\{).*/g
const fenceLine = /^[ \t]*(?:```|~~~).*$/gm
/** JavaScript, Kotlin, Dart; PHP; Ruby; Swift; PHP, Kotlin and Dart without braces. */
const interpolation =
  /\$\{([^{}]*)\}|\{\$([^{}]*)\}|#\{([^{}]*)\}|\\\(([^()]*)\)|\$(\w+(?:->\w+)?)/g
/** Python and C#, in strings that their prefix marks. */
const bracedInterpolation = /\{\$?([^{}]*)\}/g

function quoted(text: string): string {
  return text === '.' ? `'${dot}'` : `'${text}'`
}

/** A string literal as the sum of its parts, whatever the quotes and the language's interpolation. */
function literal(raw: string, prefix: string): string {
  const body = raw.slice(1, raw.endsWith(raw.charAt(0)) ? -1 : undefined)
  const pattern = /[fF$@]/.test(prefix) ? bracedInterpolation : interpolation
  let sum = ''
  let end = 0
  for (const match of body.matchAll(pattern)) {
    const [all, ...groups] = match
    const expression = groups.find((group) => group !== undefined) ?? ''
    sum += `${quoted(body.slice(end, match.index))}+${expression.replace(/"/g, "'")}+`
    end = match.index + all.length
  }
  return `${sum}${quoted(body.slice(end))}`
}

/**
 * Code in one spelling: no comments, single quotes, no optional blanks, strings joined by `+` alone,
 * members read by a dot, keys without quotes. Not valid code any more; it is only searched.
 */
export function canonicalCode(code: string): string {
  return (
    code
      .replace(fenceLine, '')
      .replace(literalOrComment, (raw, offset: number, whole: string) =>
        /^[/#]/.test(raw) ? ' ' : literal(raw, whole.charAt(offset - 1)),
      )
      .replace(/\s+/g, ' ')
      .replace(/ ?([-+*/%=(){}[\],;:<>?!.&|']) ?/g, '$1')
      // PHP joins strings with a dot; before a variable or a string no other language has one.
      .replace(/(?<=[\w)\]'])\.(?=[$']|base64_)/g, '+')
      .replace(/''\+|\+''(?!')/g, '')
      .replace(/->|::|\?\./g, '.')
      .replace(/\['(\w{1,60})'\]/g, '.$1')
      .replace(/'(\w{1,60})'(?:=>|:)/g, '$1:')
  )
}
