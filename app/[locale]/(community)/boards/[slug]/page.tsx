import { cacheLife, cacheTag } from 'next/cache';
import { notFound } from 'next/navigation';
import { reading } from '@/lib/core/context';

export function generateStaticParams() {
  return [{ slug: '_' }];
}

async function getIt(slug: string) {
  'use cache';
  cacheLife('live');
  cacheTag(`board:${slug}`);
  const { db } = reading();
  return db.board.findUnique({ where: { slug }, select: { name: true } });
}

export default async function BoardPage({ params }: PageProps<'/[locale]/boards/[slug]'>) {
  const { slug } = await params;
  const board = await getIt(slug);
  if (!board) notFound();
  return <h1>{board.name}</h1>;
}
