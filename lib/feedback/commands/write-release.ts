import type { Ctx } from '@/lib/core/context';

import { writeReleaseInput, type WriteReleaseInput } from '../schema';
import { publishRelease } from './publish-release';
import { saveRelease } from './save-release';

/** Keeps a release as it stands in its form and, where asked to, publishes just that, in one commit. */
export async function writeRelease(ctx: Ctx, given: WriteReleaseInput): Promise<{ id: string; published: boolean }> {
  const { publish, ...words } = writeReleaseInput.parse(given);
  const { id } = await saveRelease(ctx, words);
  if (publish) await publishRelease(ctx, { releaseId: id });
  return { id, published: publish };
}
