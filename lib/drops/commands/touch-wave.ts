import type { Ctx } from '@/lib/core/context';

/** Invalidates every public document that shows a drop's times. */
export function touchWave(ctx: Ctx, { slug, handle }: { slug: string; handle: string }): void {
  ctx.touch('drops', `drop:${slug}`, `product:${handle}`, 'home');
}
