import { system } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { readBrand } from '@/lib/core/current-brand';
import { importShopify, type ShopifyFile, type ShopifyImported } from '@/lib/import/import-shopify';
import type { ShopifyWatch } from '@/lib/import/shopify-run';
import type { ReportOf } from '@/lib/import/collect-report';
import type { ImportFailure } from '@/lib/imports/choices';
import { ImportFilesGone, listFilesOfUpload, readImportFile } from '@/lib/imports/queries/runs';
import type { RunInput } from '@/lib/imports/run-input';

import type { Track } from './track-run';

type BringShop = {
  files: ShopifyFile[];
  input: RunInput;
  rehearsal: boolean;
  report: ReportOf;
  track: Track;
  /** What a terminal is told besides. */
  watch?: Pick<ShopifyWatch, 'onRefusal' | 'onLeftOut' | 'onRows' | 'onFile'>;
};
export type ShopBrought = { failure?: ImportFailure; done: ShopifyImported };

/** Brings what the files of an old shop hold, or rehearses it, and says in the report of the run what became of it. */
export async function bringShop({
  files,
  input,
  rehearsal,
  report,
  track,
  watch = {},
}: BringShop): Promise<ShopBrought> {
  const done = await importShopify(watched(files, track), {
    currency: input.currency || (await readBrand()).currency,
    shop: input.shop,
    rehearse: rehearsal,
    onRefusal(refusal) {
      report.refusal(refusal);
      watch.onRefusal?.(refusal);
    },
    onRows(file, read, total) {
      track.at('file', file);
      track.step(read, total);
      watch.onRows?.(file, read, total);
    },
    onFile(file, kind) {
      report.file(file, kind);
      watch.onFile?.(file, kind);
    },
    onLeftOut(words, count, code, of) {
      report.leftOut(code, count, of);
      watch.onLeftOut?.(words, count, code, of);
    },
  });
  report.shop(done);
  return { done, ...(done.read === 0 && { failure: 'nothing-read' }) };
}

// A file is read once before its rows are brought: that takes its time too, and can be stopped.
function watched(files: ShopifyFile[], track: Track): ShopifyFile[] {
  return files.map(({ name, open }) => ({
    name,
    async *open() {
      for await (const part of open()) {
        track.at('file', name);
        yield part;
      }
    },
  }));
}

/** The files of a run, as they were sent. Throws where they are gone. */
export async function filesOf(uploadId: string | null): Promise<ShopifyFile[]> {
  const ask = reading(system);
  const files = uploadId ? await listFilesOfUpload(ask, { uploadId }) : [];
  if (files.length === 0) throw new ImportFilesGone();
  return files.map((file) => ({ name: file.name, open: () => readImportFile(ask, file) }));
}
