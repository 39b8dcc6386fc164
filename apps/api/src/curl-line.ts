/** A request to try, as one line for a shell; with a caller's key where nothing is answered without. */
export function curlLine(url: string, isOpen: boolean): string {
  const key = isOpen ? '' : ' -H "authorization: Bearer $CALLER_KEY"'
  return `curl -s ${url}${key} -H 'content-type: application/json' -d '{"meetingNumber":"845 1236 7890","role":0}'`
}
