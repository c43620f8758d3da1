import type { Reading } from '@/lib/core/context';
import type { ListPage } from '@/lib/core/list-page';
import { listJudgedPosts, type JudgedPost } from '@/lib/forum/queries';
import { listReportCases, type ReportCase } from '@/lib/moderation/queries';
import { readReports, type AskedReports } from '@/lib/moderation/list';

/** A reported post, in its place, with everything that was said against it, and what was decided. */
export type ReportedPost = JudgedPost & ReportCase;

type Wanted = { asked: AskedReports; zone: string };

/** One page of reported posts; without a wish those that wait for a decision, the longest waiting first. */
export async function readReportedPosts(
  reading: Reading,
  wanted: Wanted = { asked: readReports({}), zone: 'UTC' },
): Promise<{ rows: ReportedPost[]; page: ListPage; cut: boolean }> {
  const { rows: cases, page, cut } = await listReportCases(reading, wanted);
  const posts = await listJudgedPosts(reading, { ids: [...new Set(cases.map(({ postId }) => postId))] });
  const byId = new Map(posts.map((each) => [each.post.id, each]));
  const rows = cases.flatMap((each) => {
    const judged = byId.get(each.postId);
    return judged ? [{ ...judged, ...each }] : [];
  });
  return { rows, page, cut };
}
