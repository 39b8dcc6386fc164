import { createSigner, InputError } from '@sigshift/signer'

const { sign } = createSigner({
  sdkKey: process.env.ZOOM_MEETING_SDK_KEY ?? '',
  sdkSecret: process.env.ZOOM_MEETING_SDK_SECRET ?? '',
})

export async function POST(request: Request): Promise<Response> {
  const { meetingNumber } = await request.json()
  try {
    return Response.json({ signature: await sign({ meetingNumber, role: 0 }) })
  } catch (error) {
    if (error instanceof InputError) return new Response(null, { status: 400 })
    throw error
  }
}
