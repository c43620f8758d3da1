import { api } from '@/lib/core/paths';
import type { Problem } from '@/lib/web/outcome';

/** Brings a picture into our storage; answers its address, or why it was refused. */
export async function sendPicture(file: File): Promise<{ url: string } | Problem> {
  try {
    const response = await fetch(api('upload'), { method: 'POST', body: file });
    const body = (await response.json()) as { url?: string; error?: string; values?: Problem['values'] };
    return response.ok && body.url ? { url: body.url } : { code: body.error ?? 'failed', values: body.values };
  } catch {
    return { code: 'failed' };
  }
}
