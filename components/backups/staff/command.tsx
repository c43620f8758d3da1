/** A command for a terminal, in one piece, so that it can be selected whole. */
export function Command({ text }: { text: string }) {
  return (
    <pre className="mt-2 overflow-x-auto rounded-md bg-sunken px-3 py-2 text-sm text-ink" tabIndex={0}>
      <code className="select-all">{text}</code>
    </pre>
  );
}
