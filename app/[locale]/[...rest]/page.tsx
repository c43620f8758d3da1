import { notFound } from 'next/navigation';

export const instant = false;

/** Every address that no page answers, so that even it speaks the reader's language. */
export default function UnknownPage() {
  notFound();
}
