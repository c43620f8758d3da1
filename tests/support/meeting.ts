/** A place where whoever comes waits until so many have come; who comes later goes on at once. It makes a race happen for certain. */
export function meeting(many = 2): () => Promise<void> {
  let come = 0;
  let open: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return () => {
    come += 1;
    if (come === many) open();
    return opened;
  };
}
