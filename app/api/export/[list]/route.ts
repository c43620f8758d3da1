import type { Actor } from '@/lib/core/actor';
import { Refused } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import { requestOf } from '@/lib/core/actor';
import { localeFrom } from '@/lib/core/locale';
import type { Exported } from '@/lib/lists/export-rows';
import { exportBooks } from '@/lib/flows/accounting/export-books';
import { exportProducts } from '@/lib/flows/catalog/export-products';
import { exportIdeas } from '@/lib/flows/feedback/export-ideas';
import { exportMembers } from '@/lib/flows/members/export-members';
import { exportNews } from '@/lib/flows/news/export-news';
import { exportOrders } from '@/lib/flows/orders/export-orders';
import { exportPacking } from '@/lib/flows/orders/export-packing';
import { exportRecall } from '@/lib/flows/recalls/export-recall';
import { exportRedirects } from '@/lib/flows/redirects/export-redirects';
import { exportReviews } from '@/lib/flows/reviews/export-reviews';
import { exportSchema, plainExportSchema } from '@/lib/lists/schema';
import { readRequestBody } from '@/lib/server/read-request-body';
import { sameOrigin } from '@/lib/server/same-origin';
import { translator } from '@/lib/web/i18n';
import { decodedParams, pageQuery } from '@/lib/web/params';
import { currentActor } from '@/lib/web/session';

const exporters: Record<
  string,
  (actor: Actor, input: { query: Record<string, string | undefined>; reason: string }) => Promise<Exported>
> = {
  orders: exportOrders,
  packing: exportPacking,
  members: exportMembers,
  news: exportNews,
  redirects: exportRedirects,
  triage: exportIdeas,
  products: exportProducts,
  reviews: exportReviews,
  accounting: exportBooks,
  recalls: exportRecall,
};
// Of these nobody is asked why: they hold nothing of anybody.
const plain = new Set(['redirects']);

const statuses: Record<string, number> = { 'not-found': 404, 'export-busy': 429 };

/** Sends a list of the staff pages as a CSV file, a thousand rows at a time, at the pace at which it is received. */
export async function POST(request: Request, { params }: { params: Promise<{ list: string }> }): Promise<Response> {
  if (!sameOrigin('POST', (name) => request.headers.get(name))) return inWords(403, 'en', 'forbidden');
  const list = (await decodedParams(params))?.list ?? '';
  const run = Object.hasOwn(exporters, list) ? exporters[list] : undefined;
  const actor = await currentActor();
  if (!run) return inWords(404, 'en', 'not-found');
  const form = new URLSearchParams((await readRequestBody(request, 10_000, 'too-long').catch(() => '')).toString());
  const { reason, locale, ...query } = Object.fromEntries(form);
  const sent = (plain.has(list) ? plainExportSchema : exportSchema).safeParse({ reason, locale });
  if (!sent.success) return inWords(400, localeFrom(locale), 'export-reason');
  try {
    const { file, lines } = await run(actor, {
      query: await pageQuery(Promise.resolve(query)),
      reason: sent.data.reason,
    });
    return new Response(bytesOf(lines, requestOf(actor)), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${file}"`,
        'cache-control': 'private, no-store',
      },
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return inWords(statuses[error.code] ?? 400, sent.data.locale, error.code);
  }
}

// Pulled line by line: what the reader has not taken yet is not read from the database either.
function bytesOf(lines: AsyncGenerator<string, void>, requestId?: string): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      pull: async (controller) => {
        try {
          const { done, value } = await lines.next();
          if (done) controller.close();
          else controller.enqueue(encoder.encode(value));
        } catch (error) {
          log.error({ requestId, err: error }, 'export failed');
          controller.error(error);
        }
      },
      cancel: async () => void (await lines.return()),
    },
    { highWaterMark: 0 },
  );
}

function inWords(status: number, locale: 'en' | 'zh', code: string): Response {
  const t = translator(locale, 'errors') as unknown as (key: string) => string;
  return new Response(`${t(code)}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' },
  });
}
