import { firstId, minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'Idea',
    values: {
      id: rowId('idea'),
      threadId: rowId('thread'),
      productId: firstId('product'),
      stage: "(ARRAY['NEW','NEW','PLANNED','STARTED','SHIPPED'])[1 + i % 5]::\"IdeaStage\"",
      stageAt: minutesAgo,
      voteCount: '1',
      releaseId: `CASE WHEN i % 5 = 4 THEN ${firstId('release')} END`,
      createdAt: minutesAgo,
    },
  },
  { table: 'IdeaVote', values: { ideaId: firstId('idea'), memberId: rowId('member'), at: 'now()' } },
  {
    table: 'IdeaStep',
    values: { id: rowId('step'), ideaId: firstId('idea'), to: "'NEW'", byId: firstId('member'), at: minutesAgo },
  },
  {
    table: 'Idea',
    values: {
      id: rowId('merged'),
      threadId: rowId('inside'),
      productId: firstId('product'),
      stage: "'MERGED'",
      stageAt: minutesAgo,
      mergedIntoId: firstId('idea'),
      createdAt: minutesAgo,
    },
  },
  {
    table: 'Release',
    values: {
      id: rowId('release'),
      slug: "'crowd-' || i",
      productId: firstId('product'),
      kind: "'APP'",
      version: "'1.' || i",
      title: "'Release ' || i",
      markdown: "'x'",
      html: "'<p>x</p>'",
      createdAt: minutesAgo,
      publishedAt: minutesAgo,
    },
  },
  {
    table: 'ReleaseCredit',
    values: { releaseId: firstId('release'), ideaId: rowId('idea'), memberId: rowId('member'), reason: "'IDEA'" },
  },
];
