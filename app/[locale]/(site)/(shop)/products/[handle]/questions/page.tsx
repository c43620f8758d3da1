import type { Metadata } from 'next';

import { Missing } from '@/components/shell/missing';
import { missingMetadata } from '@/lib/web/missing-metadata';
import { decodedParams, pageParams } from '@/lib/web/params';

import { questionsMetadata, ShownQuestions } from './shown';

type Props = { params: Promise<{ locale: string; handle: string }> };

export function generateStaticParams() {
  return [{ handle: '_' }];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const asked = await decodedParams(params);
  return asked ? questionsMetadata({ ...asked, segments: [] }) : missingMetadata();
}

export default async function ProductQuestionsPage({ params }: Props) {
  const asked = await pageParams(params);
  return asked ? <ShownQuestions {...asked} segments={[]} /> : <Missing />;
}
