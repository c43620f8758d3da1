import { productBulkWords } from '@/components/catalog/staff/product-bulk-words';
import { ideaBulkWords } from '@/components/feedback/idea-bulk-words';
import { orderBulkWords } from '@/components/orders/staff/bulk/bulk-words';
import type { BulkWords } from '@/components/staff/list/bulk/bulk-words';
import { csvBegin, csvLine } from '@/lib/core/csv';
import { Refused } from '@/lib/core/errors';
import { localeFrom } from '@/lib/core/locale';
import { reportBulk, type BulkReported } from '@/lib/flows/lists/report-bulk';
import type { BulkRowShown } from '@/lib/lists/queries/bulks';
import { translator } from '@/lib/web/i18n';
import { decodedParams } from '@/lib/web/params';
import { currentActor } from '@/lib/web/session';

const words: Record<string, (locale: 'en' | 'zh') => BulkWords> = {
  orders: orderBulkWords,
  triage: ideaBulkWords,
  products: productBulkWords,
};

const head = ['number', 'result', 'code', 'reason'];
const ofParcels = ['carrier', 'tracking'];

/** Sends the report of an act on many rows as a CSV file: each row and what became of it. It holds no personal data. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await currentActor();
  const { id = '' } = (await decodedParams(params)) ?? {};
  const locale = localeFrom(new URL(request.url).searchParams.get('locale'));
  try {
    const report = await reportBulk(actor, { id });
    return new Response(bytesOf(report, locale), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="bulk-${id.slice(0, 8)}.csv"`,
        'cache-control': 'private, no-store',
      },
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' };
    return new Response(`${translator(locale, 'errors')('not-found')}\n`, { status: 404, headers });
  }
}

function bytesOf({ list, rows }: BulkReported, locale: 'en' | 'zh'): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const { refused } = words[list]!(locale);
  const parcels = list === 'orders' ? ofParcels : [];
  const line = ({ key, state, code, values, input }: BulkRowShown) => {
    const own = input as Record<string, string | undefined>;
    const why = code && refused(code, values);
    return csvLine([key, state.toLowerCase(), code, why, ...parcels.map((name) => own[name] ?? '')]);
  };
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(csvBegin + csvLine([...head, ...parcels]))),
    pull: async (controller) => {
      const { done, value } = await rows.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value.map(line).join('')));
    },
    cancel: async () => void (await rows.return()),
  });
}
