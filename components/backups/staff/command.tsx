/** A command for a terminal, in one piece, so that it can be selected whole. */
export function Command({ text }: { text: string }) {
  return (
    <pre className="mt-2 rounded-md border border-line bg-sunken px-3 py-2 text-sm wrap-anywhere whitespace-pre-wrap text-ink">
      <code className="select-all">{text}</code>
    </pre>
  );
}
