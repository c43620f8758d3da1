import { PostedForm } from '@/components/forms/posted-form';
import { readPosted } from '@/lib/web/next-quirks/posted';

// These pages are rendered for the member who asks.
export const instant = false;

export default async function MemberLayout({ children }: { children: React.ReactNode }) {
  return <PostedForm posted={await readPosted()}>{children}</PostedForm>;
}
