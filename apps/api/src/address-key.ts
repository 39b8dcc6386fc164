import { isIPv4, isIPv6 } from 'node:net'

/** Some proxies forward `192.0.2.1:4711` or `[2001:db8::1]:4711`; another port is no other client. */
function withoutPort(address: string): string {
  const [, inBrackets, dotted] = /^(?:\[([^\]]+)\]|([\d.]+))(?::\d+)?$/.exec(address) ?? []
  return inBrackets ?? dotted ?? address
}

/** The one form that an IPv6 address has in URLs, without dots and zeros in front. */
function canonical(address: string): string {
  const [withoutZone] = address.split('%')
  return new URL(`http://[${withoutZone}]`).hostname.slice(1, -1)
}

/** The IPv4 address that is written as an IPv6 one. */
function mappedOf(address: string): string | undefined {
  const groups = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(address)?.slice(1)
  const numbers = groups?.map((group) => Number.parseInt(group, 16))
  return numbers?.flatMap((number) => [number >> 8, number & 255]).join('.')
}

/** The first four groups of an IPv6 address: the network that one subscriber gets. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('::')
  const groupsOf = (text = ''): string[] => (text === '' ? [] : text.split(':'))
  const [front, back] = [groupsOf(head), groupsOf(tail)]
  const zeros = Array.from({ length: 8 - front.length - back.length }, () => '0')
  return [...front, ...zeros, ...back].slice(0, 4).join(':')
}

/**
 * What requests of one address are counted under; whoever has an IPv6 network has 2^64 addresses.
 * What is no address, as a proxy may forward it or a socket has it that is gone, is all one.
 */
export function addressKey(address: string | undefined): string {
  const text = address ?? ''
  if (isIPv4(text)) return text
  // As a socket of both families has each IPv4 client, for which the rest would be dear.
  const bare = withoutPort(text.replace(/^::ffff:(?=[\d.]+$)/i, ''))
  if (isIPv4(bare)) return bare
  if (!isIPv6(bare)) return 'unknown'
  const written = canonical(bare)
  return mappedOf(written) ?? `${networkOf(written)}::/64`
}
