import { Missing } from '@/components/shell/missing';
import { answerMissing } from '@/lib/server/next-quirks/answer';
import { missingMetadata } from '@/lib/web/missing-metadata';

export const generateMetadata = missingMetadata;

export function generateStaticParams() {
  return [{ rest: ['_'] }];
}

/** Every address that no page answers, so that even it speaks the reader's language. */
export default function UnknownPage() {
  // Pages for members are rendered before the response begins, and take no status from the throw.
  answerMissing();
  return <Missing />;
}
