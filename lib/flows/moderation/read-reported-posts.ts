import type { Reading } from '@/lib/core/context';
import { listJudgedPosts, type JudgedPost } from '@/lib/forum/queries';
import { listOpenReports, type OpenReport } from '@/lib/moderation/queries';

/** A reported post, in its place, with everything that was said against it. */
export type ReportedPost = JudgedPost & { reports: OpenReport[] };

/** The posts that wait for a decision, the longest waiting first. Two statements. */
export async function readReportedPosts(reading: Reading): Promise<ReportedPost[]> {
  const waiting = await listOpenReports(reading);
  const posts = await listJudgedPosts(reading, { ids: waiting.map(({ postId }) => postId) });
  const byId = new Map(posts.map((each) => [each.post.id, each]));
  return waiting.flatMap(({ postId, reports }) => {
    const judged = byId.get(postId);
    return judged ? [{ ...judged, reports }] : [];
  });
}
