// These pages are rendered for the member who asks.
export const instant = false;

export default function MemberLayout({ children }: { children: React.ReactNode }) {
  return children;
}
