import { cleanLine, cutTo } from '@/lib/core/fields';
import {
  importReport,
  mostExamples,
  mostExamplesOfKind,
  mostReportBytes,
  mostReportKinds,
  type ImportReport,
} from '@/lib/imports/report';

import type { ForumRead } from './discourse-api/read-forum';
import type { DiscourseImported } from './import-discourse';
import type { ShopifyImported } from './import-shopify';
import type { Refusal } from './report';

/** Gathers what a run says of itself, while it runs. */
export type ReportOf = {
  file(name: string, kind: string | null): void;
  refusal(refusal: Refusal): void;
  leftOut(code: string, count: number, of?: string): void;
  shop(done: ShopifyImported): void;
  read(done: ForumRead): void;
  forum(done: DiscourseImported): void;
  end(): ImportReport;
};

const mostFiles = 40;
const named = (text: string, most: number): string => cutTo(cleanLine(text), most);

const onlyAll = (kind: string, all: number) => ({ kind, all, parts: false, added: 0, changed: 0, kept: 0, gone: 0 });

/**
 * A report in bounded memory. Of a refusal it keeps where it stands and its kind, never its sentence: that may quote what the file says of
 * somebody.
 */
export function collectReport(): ReportOf {
  const kinds = new Map<string, number>();
  const report = importReport.parse({ files: [], counts: [], leftOut: [], refused: 0, kinds: [], examples: [] });
  const ofKind = (code: string) => report.examples.filter((each) => each.code === code).length;
  return {
    file(name, kind) {
      if (report.files.length < mostFiles) report.files.push({ name: named(name, 200), kind });
    },
    refusal({ file, row, list, code, handle, count = 1 }) {
      const word = named(code, 60);
      if (kinds.has(word) || kinds.size < mostReportKinds) kinds.set(word, (kinds.get(word) ?? 0) + Math.max(count, 1));
      if (report.examples.length >= mostExamples || ofKind(word) >= mostExamplesOfKind) return;
      report.examples.push({
        ...{ code: word, file: named(file, 200), row },
        ...(list !== undefined && { list: named(list, 40) }),
        ...(handle !== undefined && { handle: named(handle, 100) }),
      });
    },
    leftOut(code, count, of) {
      if (report.leftOut.length < mostReportKinds)
        report.leftOut.push({ code, count, ...(of !== undefined && { of: named(of, 200) }) });
    },
    shop({ products, variants, refused, written, added, others = {} }) {
      const counts: ImportReport['counts'] = [];
      if (products > 0)
        counts.push(
          { kind: 'products', all: products, parts: true, added, changed: written - added, kept: 0, gone: 0 },
          onlyAll('variants', variants),
        );
      for (const [kind, { all, added: fresh, changed, kept, gone }] of Object.entries(others))
        counts.push({ kind, all, parts: true, added: fresh, changed, kept, gone });
      Object.assign(report, { counts, refused, customers: others.customers?.members ?? 0 });
    },
    read({ skipped, without, unknown, gone }) {
      report.unread = { topics: skipped.length, lists: without.length, unknown, gone };
    },
    forum({ threads, posts, members, refused, added, changed, rehearsal }) {
      // A rehearsal counts what is there, and compares nothing with what is here.
      const parts = { parts: true, added, changed: Math.min(changed, posts - added), kept: 0, gone: 0 };
      report.counts = [
        onlyAll('threads', threads),
        rehearsal ? onlyAll('posts', posts) : { kind: 'posts', all: posts, ...parts },
        onlyAll('members', members),
      ];
      Object.assign(report, { refused, forum: rehearsal ?? null });
    },
    end() {
      report.kinds = [...kinds].toSorted(([, a], [, b]) => b - a).map(([code, count]) => ({ code, count }));
      // Names of files may be long; single refusals give way.
      while (Buffer.byteLength(JSON.stringify(report)) > mostReportBytes / 2 && report.examples.length > 0)
        report.examples.length = Math.floor(report.examples.length / 2);
      return report;
    },
  };
}
