import { refusalWords } from '@/components/orders/staff/bulk/bulk-words';
import { csvBegin, csvLine } from '@/lib/core/csv';
import { Refused } from '@/lib/core/errors';
import { reportBulk } from '@/lib/flows/lists/report-bulk';
import type { BulkRowShown } from '@/lib/lists/queries/bulks';
import { translator } from '@/lib/web/i18n';
import { decodedParams } from '@/lib/web/params';
import { currentActor } from '@/lib/web/session';

const head = ['number', 'result', 'code', 'reason', 'carrier', 'tracking'];

/** Sends the report of an act on many orders as a CSV file: each order and what became of it. It holds no personal data. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await currentActor();
  const { id = '' } = (await decodedParams(params)) ?? {};
  const locale = new URL(request.url).searchParams.get('locale') === 'zh' ? 'zh' : 'en';
  try {
    const rows = await reportBulk(actor, { id });
    return new Response(bytesOf(rows, locale), {
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

function bytesOf(rows: AsyncGenerator<BulkRowShown[], void>, locale: 'en' | 'zh'): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const lines = (some: BulkRowShown[]) => some.map((row) => csvLine(cellsOf(row, locale))).join('');
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(csvBegin + csvLine(head))),
    pull: async (controller) => {
      const { done, value } = await rows.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(lines(value)));
    },
    cancel: async () => void (await rows.return()),
  });
}

function cellsOf({ key, state, code, values, input }: BulkRowShown, locale: 'en' | 'zh'): (string | null)[] {
  const { carrier = '', tracking = '' } = input as { carrier?: string; tracking?: string };
  return [key, state.toLowerCase(), code, code && refusalWords(locale, code, values), carrier, tracking];
}
