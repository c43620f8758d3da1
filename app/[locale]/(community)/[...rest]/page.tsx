import { notFound } from 'next/navigation';

export function generateStaticParams() {
  return [{ rest: ['_'] }];
}

/** Every address that no page answers, so that even it speaks the reader's language. */
export default function UnknownPage() {
  notFound();
}
