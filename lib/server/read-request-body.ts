import { Refused } from '@/lib/core/errors';

/** The bytes that a request brings, counted while they come: a length can be left out or wrong. Refused with the code when they are too many. */
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
