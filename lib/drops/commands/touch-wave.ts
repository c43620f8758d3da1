import type { Ctx } from '@/lib/core/context';

/** Marks every public document as changed that tells of a drop's times. */
export function touchWave(ctx: Ctx, { slug, handle }: { slug: string; handle: string }): void {
  ctx.touch('drops', `drop:${slug}`, `product:${handle}`, 'home');
}
