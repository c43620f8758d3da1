import type { Metadata } from 'next';

import { Missing } from '@/components/shell/missing';
import { missingMetadata } from '@/lib/web/missing-metadata';
import { decodedParams, pageParams } from '@/lib/web/params';

import { reviewsMetadata, ShownReviews } from '../shown';

type Props = { params: Promise<{ locale: string; handle: string; view: string[] }> };

export function generateStaticParams() {
  return [{ handle: '_', view: ['_'] }];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const asked = await decodedParams(params);
  return asked ? reviewsMetadata({ ...asked, segments: asked.view }) : missingMetadata();
}

export default async function SomeReviewsPage({ params }: Props) {
  const asked = await pageParams(params);
  return asked ? <ShownReviews {...asked} segments={asked.view} /> : <Missing />;
}
