import type { Actor } from '@/lib/core/actor';
import { Refused } from '@/lib/core/errors';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

import { currentActor } from './session';

/** A PDF with the name under which it is kept. */
export type Pdf = { name: string; bytes: Uint8Array };

const statuses: Record<string, number> = {
  'rate-limited': 429,
  'too-complex': 503,
  'order-not-opened': 403,
  'label-stale': 409,
};

/** Answers with a PDF for who may read it; 404 to everybody else, and in words where something else is in the way. */
export async function sendPdf(locale: Locale, make: (actor: Actor) => Promise<Pdf>): Promise<Response> {
  const actor = await currentActor();
  try {
    const { name, bytes } = await make(actor);
    return new Response(Buffer.from(bytes), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${name}.pdf"`,
        'cache-control': 'private, no-store',
        'x-robots-tag': 'noindex',
      },
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const status = statuses[error.code] ?? 404;
    const words =
      ({ 403: 'order-not-opened', 404: 'not-found', 409: 'label-stale', 429: 'rate-limited' } as const)[status] ??
      'failed';
    return new Response(translator(locale, 'errors')(words, { seconds: 10, ...error.detail.values }), {
      status,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' },
    });
  }
}
