import type { Metadata } from 'next';

import { Missing } from '@/components/shell/missing';
import { missingMetadata } from '@/lib/web/missing-metadata';
import { decodedParams, pageParams } from '@/lib/web/params';

import { CollectionShown, collectionHead } from '../../shown';

type Props = { params: Promise<{ locale: string; slug: string; view: string[] }> };

export function generateStaticParams() {
  return [{ slug: '_', view: ['_'] }];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const asked = await decodedParams(params);
  return asked ? collectionHead(asked) : missingMetadata();
}

/** What somebody chose of a collection. */
export default async function NarrowedCollectionPage({ params }: Props) {
  const asked = await pageParams(params);
  return asked ? <CollectionShown {...asked} /> : <Missing />;
}
