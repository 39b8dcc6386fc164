/** The protected header of every token, its members in the order that Zoom's own sample signs. */
export const protectedHeader = { alg: 'HS256', typ: 'JWT' } as const
