import { z } from 'zod';

import { declareNotices, mailNotice, type DataOf } from '@/lib/core/notices';
import { paths } from '@/lib/paths';

const key = z.object({ key: z.string() });

/** Notices to addresses that were typed to get news. */
export const newsNotices = declareNotices({
  'news.asked': mailNotice({ data: key, path: ({ key: given }) => paths.confirmNews(given), secret: true }),
  'news.opened': mailNotice({
    data: z.object({ leave: z.string() }),
    path: () => paths.home(),
    secret: true,
    required: ['leave'],
  }),
  'news.joined': mailNotice({ data: key, path: ({ key: given }) => paths.leaveNews(given), secret: true }),
});

declare module '@/lib/core/notices' {
  interface Notices extends DataOf<typeof newsNotices> {}
}
