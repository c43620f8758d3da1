import { Refused } from '@/lib/core/errors';

/** The body of a request, counted while it is read: a Content-Length can be missing or wrong. Refused with the code when it is too long. */
export async function readRequestBody(request: Request, mostBytes: number, code: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const reader = request.body?.getReader();
  for (let size = 0; reader;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > mostBytes) throw new Refused(code);
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}
