/** The lists of the staff pages with what makes many rows of each, and what is asked of them. */
import { system, type SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { readList, type ListShape } from '@/lib/core/list';
import type { ListPage } from '@/lib/core/list-page';
import type { BuiltInRole } from '@/lib/core/permissions';
import { productList } from '@/lib/catalog/list';
import { listStaffProducts } from '@/lib/catalog/queries/staff-products';
import { ideaList, readIdeas, releaseList } from '@/lib/feedback/list';
import { listStaffReleases, listTriage } from '@/lib/feedback/queries';
import { readReports, reportList } from '@/lib/moderation/list';
import type { Exported } from '@/lib/lists/export-rows';
import { makeManyIdeas } from '@/tests/support/many-ideas';
import { makeManyProducts } from '@/tests/support/many-products';
import { makeManyReleases } from '@/tests/support/many-releases';
import { makeManyReports } from '@/tests/support/many-reports';
import { exportProducts } from '@/lib/flows/catalog/export-products';
import { exportIdeas } from '@/lib/flows/feedback/export-ideas';
import { readReportedPosts } from '@/lib/flows/moderation/read-reported-posts';

export type Query = Record<string, string | undefined>;
type Values = Record<string, readonly string[]>;
export type Trial = {
  list: ListShape;
  /** Makes many rows and says which values to try for each filter. */
  make: (count: number) => Promise<Values>;
  page: (query: Query) => Promise<{ rows: { id: string }[]; page: ListPage; cut: boolean }>;
  /** An index without which the list is slow, as it was made. */
  index: { name: string; on: string };
  /** An address and how many rows of it there are, in the order of which column. */
  walked: { query: Query; where: string; order: string };
  search?: { words: string; found: string; none: string; many: string };
  /** Where rows may be taken away as a file: by whom, by whom not, and a text of one row that is defused. */
  file?: {
    run: (actor: SignedIn, input: { query: Query; reason: string }) => Promise<Exported>;
    by: BuiltInRole;
    notBy: BuiltInRole;
    spoil: string;
    column: string;
    act: string;
    all: string;
  };
};

export const trials: Trial[] = [
  {
    list: ideaList,
    make: async (count) => {
      const { product, rareProduct, rareBoard } = await makeManyIdeas(count);
      return {
        kind: ['IDEA', 'REPORT'],
        product: [product, rareProduct],
        stage: ['NEW', 'DECLINED', 'SHIPPED', 'PLANNED'],
        board: [rareBoard],
        from: ['2026-03-01'],
        until: ['2026-04-01'],
      };
    },
    page: (query) => listTriage(reading(system), { asked: readIdeas(query), zone: 'UTC' }),
    index: { name: 'Idea_kind_stage_voteCount_id_idx', on: '"Idea" ("kind", "stage", "voteCount", "id")' },
    walked: { query: {}, where: `"kind" = 'IDEA' AND "stage" = 'NEW'`, order: '"voteCount" DESC, "id" DESC' },
    search: { words: '11777 LAMP', found: md5Of('idea11777'), none: 'candle', many: 'glows' },
    file: {
      ...{ run: exportIdeas, by: 'PRODUCT_OWNER', notBy: 'MODERATOR', act: 'idea.export', column: 'title' },
      spoil: `UPDATE "Thread" SET "title" = '=1+1' WHERE "id" = md5('many3')::uuid`,
      all: `SELECT count(*)::int AS count FROM "Idea" WHERE "kind" = 'IDEA' AND "stage" = 'NEW'`,
    },
  },
  {
    list: reportList,
    make: async (count) => ({
      ...{ state: ['OPEN', 'DECIDED'], outcome: ['HIDDEN', 'NOTHING_WRONG', 'WARNED'], reason: ['SPAM'] },
      ...{ from: ['2026-03-01'], until: ['2026-04-01'] },
      ...Object.fromEntries(Object.entries(await makeManyReports(count)).map(([name, value]) => [name, [value]])),
    }),
    page: (query) => readReportedPosts(reading(system), { asked: readReports(query), zone: 'UTC' }),
    index: {
      name: 'ReportCase_state_outcome_changedAt_id_idx',
      on: '"ReportCase" ("state", "outcome", "changedAt", "id")',
    },
    walked: { query: {}, where: `"state" = 'OPEN'`, order: '"openedAt", "id"' },
  },
  {
    list: productList,
    make: async (count) => {
      await makeManyProducts(count);
      return { status: ['ACTIVE', 'DRAFT', 'ARCHIVED'], drop: ['no'], picture: ['no'] };
    },
    page: (query) => listStaffProducts(reading(system), { asked: readList(productList, query), zone: 'UTC' }),
    index: { name: 'Product_status_title_idx', on: '"Product" ("status", lower("title") COLLATE "C", "id")' },
    walked: {
      query: { sort: 'title', status: 'ACTIVE' },
      where: `"status" = 'ACTIVE'`,
      order: 'lower("title") COLLATE "C", "id"',
    },
    search: { words: 'MANY-11777', found: md5Of('product11777'), none: 'candle', many: 'lamp' },
    file: {
      ...{ run: exportProducts, by: 'OPERATIONS', notBy: 'MODERATOR', act: 'product.export', column: 'title' },
      spoil: `UPDATE "Product" SET "title" = '=1+1' WHERE "id" = md5('product3')::uuid`,
      all: `SELECT count(*)::int AS count FROM "Product"`,
    },
  },
  {
    list: releaseList,
    make: async (count) => {
      const { product, rareProduct } = await makeManyReleases(count);
      return { product: [product, rareProduct], kind: ['FIRMWARE', 'HARDWARE'], state: ['draft', 'published'] };
    },
    page: (query) => listStaffReleases(reading(system), { asked: readList(releaseList, query), zone: 'UTC' }),
    index: { name: 'Release_createdAt_id_idx', on: '"Release" ("createdAt", "id")' },
    walked: { query: { sort: 'published' }, where: 'true', order: `COALESCE("publishedAt", 'epoch') DESC, "id" DESC` },
    search: { words: '1.11777 GLOW', found: md5Of('release11777'), none: '100%', many: 'glow' },
  },
];

function md5Of(text: string): string {
  return `md5('${text}')::uuid`;
}
