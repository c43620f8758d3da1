// One document for every reader: the build fails when anything here depends on a request.
export const ensureStatic = 'navigation';

export default function PublicLayout({ children }: { children: React.ReactNode }) {
  return children;
}
