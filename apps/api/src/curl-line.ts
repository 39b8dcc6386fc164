/** A request to try, as one line for a shell. */
export function curlLine(url: string): string {
  return `curl -s ${url} -H 'content-type: application/json' -d '{"meetingNumber":"845 1236 7890","role":0}'`
}
