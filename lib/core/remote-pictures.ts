import type { Ctx } from './context';
import { declareJob, enqueueEach } from './jobs';

export type RemotePictures = Map<string, { id: string; path: string | null }>;
export type PictureUse = { pictureId: string; postId?: string; productId?: string; pageId?: string };

/** Fetches a picture of another site that a text shows. */
export const fetchRemotePictureJob = declareJob<{ pictureId: string }>('fetchRemotePicture');

// Of one text; what it shows beyond that stays where it is.
const mostPictures = 250;

/**
 * Has the pictures of other sites fetched that a text shows, each address once. Their rows stay locked until the commit, and
 * must be asked for before the rows of the texts are written: every writer of pictures takes its locks in the same order.
 */
export async function askForPictures(ctx: Ctx, addresses: readonly string[]): Promise<RemotePictures> {
  const urls = [...new Set(addresses)]
    .filter((url) => /^https?:\/\//.test(url))
    .slice(0, mostPictures * 200)
    .toSorted();
  if (urls.length === 0) return new Map();
  const fresh = await ctx.db.remotePicture.createManyAndReturn({
    data: urls.map((url) => ({ url })),
    skipDuplicates: true,
    select: { id: true },
  });
  const rows = await ctx.db.$queryRaw<{ id: string; url: string; state: string; path: string | null }[]>`
    SELECT "id", "url", "state"::text AS state, "path" FROM "RemotePicture" WHERE "url" = ANY(${urls}::text[]) ORDER BY "url" FOR SHARE`;
  const failed = rows.filter(({ state }) => state === 'FAILED').map(({ id }) => id);
  if (failed.length > 0)
    await ctx.db.remotePicture.updateMany({
      where: { id: { in: failed }, state: 'FAILED' },
      data: { state: 'PENDING', attempts: 0 },
    });
  await enqueueEach(
    ctx.db,
    fetchRemotePictureJob,
    [...fresh.map(({ id }) => id), ...failed].map((pictureId) => ({ pictureId })),
  );
  return new Map(rows.map(({ url, id, path }) => [url, { id, path }]));
}

/** Remembers which texts show a picture, for the moment when it has been fetched. */
export async function notePictures(ctx: Ctx, uses: PictureUse[]): Promise<void> {
  if (uses.length > 0) await ctx.db.remotePictureUse.createMany({ data: uses, skipDuplicates: true });
}

/** How an address stands in stored HTML and in Markdown, each with what takes its place. */
export function pictureSpellings(url: string, path: string): { html: [string, string]; markdown: [string, string][] } {
  return {
    html: [`src="${url.replaceAll('&', '&amp;')}"`, `src="${path}"`],
    markdown: [
      [`(${url})`, `(${path})`],
      [`(<${url}>)`, `(${path})`],
      [`(${url} "`, `(${path} "`],
      [`(<${url}> "`, `(${path} "`],
    ],
  };
}

/** A text with our copies in the place of the pictures that have been fetched already. */
export function withFetched<T extends { html: string; markdown?: string }>(
  text: T,
  pictures: RemotePictures,
  addresses: readonly string[],
): T {
  const shown = { ...text };
  for (const url of addresses) {
    const path = pictures.get(url)?.path;
    if (!path) continue;
    const { html, markdown } = pictureSpellings(url, path);
    shown.html = shown.html.replaceAll(html[0], () => html[1]);
    if (shown.markdown !== undefined)
      for (const [from, to] of markdown) shown.markdown = shown.markdown.replaceAll(from, () => to);
  }
  return shown;
}
