import { dropLiveDoor } from '@/lib/drops/endpoints/state';
import { decodedParams } from '@/lib/web/params';
import { liveHeaders, runStream } from '@/lib/server/serve-live';

/** The live stream of a drop, for development and hosts without the custom server. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const asked = await decodedParams(params);
  const stream = asked && (await dropLiveDoor.open(asked));
  if (!stream) return Response.json({ error: 'not-found' }, { status: 404 });
  const encoder = new TextEncoder();
  let stop: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      stop = runStream(stream, (text) => controller.enqueue(encoder.encode(text)));
      request.signal.addEventListener('abort', () => stop());
    },
    cancel: () => stop(),
  });
  return new Response(body, { headers: liveHeaders });
}
