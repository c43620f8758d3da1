import { firstId, minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

const words = `jsonb_build_array(jsonb_build_object('type', 'text', 'text', jsonb_build_object('en', 'Words', 'zh', '')))`;

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'Page',
    values: {
      id: rowId('page'),
      slug: "'crowd-' || i",
      state: "'PUBLISHED'",
      place: "'FOOTER'",
      position: 'i',
      title: "'Page ' || i",
      blocks: words,
      rendered: words,
      createdAt: minutesAgo,
      updatedAt: minutesAgo,
      publishedAt: minutesAgo,
    },
  },
  {
    table: 'BarVersion',
    values: {
      version: 'i',
      data: `jsonb_build_object('text', jsonb_build_object('en', 'Line', 'zh', ''), 'link', '', 'from', NULL, 'until', NULL)`,
      at: minutesAgo,
    },
  },
  {
    table: 'MenuVersion',
    values: {
      version: 'i',
      data: `jsonb_build_object('entries', jsonb_build_array(jsonb_build_object('type', 'area', 'area', 'shop', 'hidden', false, 'words', jsonb_build_object('en', 'Store', 'zh', ''))))`,
      parts: "ARRAY['order']",
      at: minutesAgo,
    },
  },
  {
    table: 'PageVersion',
    values: {
      pageId: firstId('page'),
      version: 'i',
      state: "'PUBLISHED'",
      data: `jsonb_build_object('title', 'Page', 'titleZh', '', 'blocks', ${words})`,
      parts: "ARRAY['title']",
      at: minutesAgo,
    },
  },
];
