/** The protected header of every token, as text: byte for byte what Zoom's own sample signs. */
export const protectedHeader = '{"alg":"HS256","typ":"JWT"}'
